package advisor.facts.unit;

/** How far a figure can be trusted. */
public enum Confidence {
    LOW,
    MEDIUM,
    HIGH
}
