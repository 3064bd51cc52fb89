package advisor.model;

/**
 * How a model's attention layers keep their cache.
 *
 * @param kvLoraRank values of the shared latent vector of a layer (MLA only)
 * @param ropeHeadDim values of the position part of a layer (MLA only)
 * @param fullLayers layers whose cache grows with the context
 * @param slidingLayers layers whose cache stops growing at {@code slidingWindow} tokens
 */
public record Attention(
        Kind kind,
        int heads,
        int kvLoraRank,
        int ropeHeadDim,
        int kvHeads,
        int headDim,
        int fullLayers,
        int slidingLayers,
        int slidingWindow) {

    /** The attention schemes whose cache can be computed, and those whose cannot. */
    public enum Kind {
        MLA,
        GQA,
        UNKNOWN
    }

    /** Values cached for one token in one layer: key and value, or one shared latent vector. */
    public int valuesPerTokenAndLayer() {
        return kind == Kind.MLA ? kvLoraRank + ropeHeadDim : 2 * kvHeads * headDim;
    }
}
