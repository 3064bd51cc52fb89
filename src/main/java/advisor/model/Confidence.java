package advisor.model;

/** How far a figure can be trusted. */
public enum Confidence {
    LOW,
    MEDIUM,
    HIGH
}
