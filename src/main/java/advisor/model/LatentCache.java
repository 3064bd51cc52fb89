package advisor.model;

/** How an engine keeps a latent attention cache (MLA) over several devices. */
public enum LatentCache {
    PARTITIONED,
    REPLICATED,
    SPLIT_BY_LAYER
}
