package advisor.facts.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration says of layers that differ from one another, as it says it. What it does not say is {@code null}
 * or empty.
 *
 * @param pattern one letter for each layer: {@code M} a state space, {@code *} attention, {@code E} experts, {@code -} a
 *     dense layer
 * @param predictionPattern the same of the multi-token-prediction module
 * @param compressRatios of each layer, tokens that are kept as one; 0 for a layer with a window alone
 * @param indexers of each layer, whether it picks its tokens itself ({@code full}) or as the layer before ({@code shared})
 * @param indexedLayers 1 for each layer that picks blocks of its tokens, 0 for each other
 * @param windowed heads of layers with a window, where they are others
 * @param global heads of layers that see everything, where they are others
 * @param blocks what each layer was reduced to
 * @param expertWidth to which a token is brought before routed experts see it
 * @param headGate whether each head is multiplied by a gate
 * @param stateBytes of one value of a state; {@code null} if not said
 */
public record HybridConfig(
        String pattern,
        String predictionPattern,
        List<Integer> compressRatios,
        List<String> indexers,
        List<Integer> indexedLayers,
        @Nullable Heads windowed,
        @Nullable Heads global,
        @Nullable StateSpace stateSpace,
        List<Block> blocks,
        @Nullable Integer expertWidth,
        boolean headGate,
        @Nullable Integer stateBytes) {

    public static final HybridConfig NONE =
            new HybridConfig("", "", List.of(), List.of(), List.of(), null, null, null, List.of(), null, false, null);

    /**
     * Heads of some layers; {@code null} where they are as in the others.
     *
     * @param sharedValues whether the key's projection makes the value, too
     */
    public record Heads(
            @Nullable Integer heads,
            @Nullable Integer kvHeads,
            @Nullable Integer keyDim,
            @Nullable Integer valueDim,
            boolean sharedValues) {}

    /**
     * A state space (Mamba-2).
     *
     * @param groups that share the projections into and out of the state
     * @param convolution width of the convolution before it
     */
    public record StateSpace(
            int heads, int headDim, int stateSize, int groups, int convolution, boolean bias, boolean convolutionBias) {
        /** Values in all heads. */
        public long inner() {
            return (long) heads * headDim;
        }

        /** Channels that the convolution passes over. */
        public long channels() {
            return inner() + 2L * groups * stateSize;
        }
    }

    /**
     * A layer of a network that was searched for.
     *
     * @param headsOfAGroup heads that share a key; {@code null} without attention
     * @param linearAttention whether one matrix stands for attention
     * @param width of the dense layer as a share of the hidden size, before it is made two thirds and a multiple of 256
     * @param linearMlp whether one matrix stands for the dense layer
     */
    public record Block(
            @Nullable Integer headsOfAGroup, boolean linearAttention, @Nullable Double width, boolean linearMlp) {}
}
