package advisor.facts.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model's configuration: facts as published, nothing derived. What it does not say is {@code null}.
 *
 * @param type the architecture's name ({@code model_type}); empty if it is not given
 * @param tiedEmbeddings whether the output head is the embedding
 * @param valueType of what is not quantised
 * @param hybrid what it says of layers that differ
 * @param predictionLayers layers of the multi-token-prediction module
 * @param otherParts whether the model has parts for images or sound, which the configuration describes elsewhere
 * @param vision what it says of the part for images; {@code null} without one, or where it is built in a way that nobody
 *     here counts
 * @param notUnderstood keys that nobody here understands and that may change what weights or cache take
 * @param assumed keys that it leaves out, with what the published code of its architecture takes then
 */
public record ModelConfig(
        String type,
        @Nullable Integer layers,
        @Nullable Integer hiddenSize,
        @Nullable Integer vocabulary,
        @Nullable Boolean tiedEmbeddings,
        @Nullable ValueType valueType,
        @Nullable Integer contextTokens,
        AttentionConfig attention,
        ExpertConfig experts,
        HybridConfig hybrid,
        @Nullable Integer predictionLayers,
        Quantisation quantisation,
        boolean otherParts,
        @Nullable VisionConfig vision,
        List<String> notUnderstood,
        List<String> assumed) {

    /** The kind of attention that looks at some tokens alone, told by what it needs; {@code null} if none is told of. */
    public @Nullable SparseAttention sparseAttention() {
        if (hybrid.compressRatios().stream().anyMatch(ratio -> ratio > 0)) {
            return SparseAttention.COMPRESSED;
        }
        return attention.isLatent() && attention.indexHeads() != null ? SparseAttention.INDEXED : null;
    }
}
