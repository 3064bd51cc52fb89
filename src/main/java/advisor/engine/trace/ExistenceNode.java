package advisor.engine.trace;

/**
 * That a fact is there, or is not.
 *
 * @param wanted whether it must be
 */
record ExistenceNode(int condition, boolean wanted, PatternNode pattern) implements Node {}
