package advisor.model;

/** Who answers for a broken part, weakest first. */
public enum Warranty {
    NONE,
    DEALER,
    MANUFACTURER
}
