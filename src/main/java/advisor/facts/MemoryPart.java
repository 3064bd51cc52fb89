package advisor.facts;

/** A line of what a candidate must hold, and of what it has. */
public enum MemoryPart {
    WEIGHTS,
    /** What the layout holds more than once, and what the fullest device holds beyond an even share. */
    WEIGHT_COPIES,
    CACHE,
    RUNTIME,
    TOTAL,
    USABLE
}
