package advisor.facts.model;

import advisor.facts.unit.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a model's files say of it.
 *
 * @param id name of the folder or file
 * @param tensors from the headers of its checkpoint files; empty without them
 * @param indexedBytes sum of the tensors' bytes as the checkpoint's index gives it
 * @param indexedParameters values in them as the index gives it
 * @param sha256 of what was read
 */
public record ModelFacts(
        String id,
        ModelConfig config,
        List<StoredTensor> tensors,
        @Nullable Bytes indexedBytes,
        @Nullable Long indexedParameters,
        String sha256) {

    /** Facts that stand in the catalog: a configuration alone. */
    public static ModelFacts of(String id, ModelConfig config) {
        return new ModelFacts(id, config, List.of(), null, null, "");
    }
}
