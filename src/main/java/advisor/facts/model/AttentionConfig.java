package advisor.facts.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration says of attention, as it says it. What it does not say is {@code null} or empty.
 *
 * @param ropeHeadDim values of a head that carry the position (latent attention)
 * @param contentHeadDim values of a query or key head that do not (latent attention)
 * @param indexHeads heads of a sparse-attention indexer
 * @param mostTokens that the indexer picks for each token
 * @param layerTypes the kind of each layer by name
 * @param fullLayerInterval every so many layers one sees the whole context
 * @param fullLayers numbers of the layers that see the whole context, if they are listed
 * @param windowInterval every so many layers one is without window
 * @param windowFromLayer the first layer with a window
 * @param windowed whether the window is switched on; {@code null} if no switch exists
 * @param chunk tokens of a chunk that a layer with chunked attention sees
 * @param chunkedLayers 1 for each layer that sees a chunk only, 0 for one that sees all
 * @param foreign keys that belong to a scheme whose cache cannot be computed
 */
public record AttentionConfig(
        @Nullable Integer heads,
        @Nullable Integer kvHeads,
        @Nullable Integer headDim,
        @Nullable Integer valueHeadDim,
        @Nullable Integer kvLoraRank,
        @Nullable Integer queryLoraRank,
        @Nullable Integer contentHeadDim,
        @Nullable Integer ropeHeadDim,
        @Nullable Integer indexHeads,
        @Nullable Integer indexHeadDim,
        @Nullable Integer mostTokens,
        List<String> layerTypes,
        @Nullable Integer fullLayerInterval,
        List<Integer> fullLayers,
        @Nullable Integer window,
        @Nullable Boolean windowed,
        @Nullable Integer windowInterval,
        @Nullable Integer windowFromLayer,
        @Nullable Integer chunk,
        List<Integer> chunkedLayers,
        boolean bias,
        @Nullable Boolean queryKeyNorm,
        @Nullable LinearAttention linear,
        List<String> foreign) {

    /**
     * Linear attention with a state of constant size.
     *
     * @param convolution width of the convolution before it
     */
    public record LinearAttention(int keyHeads, int keyHeadDim, int valueHeads, int valueHeadDim, int convolution) {}

    /** Whether keys and values are kept as one latent vector: told by its rank, never by a model's name. */
    public boolean isLatent() {
        return kvLoraRank != null;
    }
}
