package advisor.cache;

/**
 * What became of the entries of a cache.
 *
 * @param left could not be deleted
 */
public record Cleared(int deleted, int left) {}
