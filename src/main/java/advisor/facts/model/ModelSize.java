package advisor.facts.model;

import advisor.facts.unit.Bytes;
import advisor.facts.unit.Unknown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model's size comes to. A figure that cannot be derived is {@code null} and named in {@code unknown}.
 *
 * @param totalParameters without the multi-token-prediction module
 * @param activeParameters used for one token, embedding and head included
 * @param checkpoint all tensors, multi-token prediction included where the checkpoint has it
 * @param groups the checkpoint by tensor class and format; empty where it is not known
 * @param unknown what is not known, and what is only known under an assumption
 */
public record ModelSize(
        String id,
        @Nullable Long totalParameters,
        @Nullable Long activeParameters,
        @Nullable Long multiTokenPredictionParameters,
        @Nullable Precision precision,
        @Nullable Bytes checkpoint,
        List<TensorGroup> groups,
        Attention attention,
        int layers,
        int routedExperts,
        int expertsPerToken,
        @Nullable Integer contextTokens,
        List<Unknown> unknown) {

    /** The checkpoint's bytes that a server without multi-token prediction loads; {@code null} if not known by class. */
    public @Nullable Bytes withoutPrediction() {
        return groups.isEmpty()
                ? null
                : groups.stream()
                        .filter(group -> group.tensorClass() != TensorClass.MULTI_TOKEN_PREDICTION)
                        .map(TensorGroup::bytes)
                        .reduce(Bytes.ZERO, Bytes::plus);
    }
}
