package advisor.facts.model;

/** Attention that looks at some of the tokens before it alone: kernels for it exist on few devices. */
public enum SparseAttention {
    /** An index picks the latent vectors to look at (DeepSeek-V3.2, GLM-5). */
    INDEXED,
    /** Several tokens are kept as one, and an index picks among those (DeepSeek-V4). */
    COMPRESSED
}
