package advisor.rules.explain;

/**
 * A property of a fact that a rule reads.
 *
 * @param fact type of the fact
 * @param path {@code memory.needed}; empty for the fact as a whole
 */
public record Read(Class<?> fact, String path) {}
