package advisor.engine.trace;

/** A form of condition that is not taken apart. */
record OtherNode(int condition) implements Node {}
