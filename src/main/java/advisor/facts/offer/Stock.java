package advisor.facts.offer;

/** How easily an option is had. */
public enum Stock {
    SCARCE,
    STEADY,
    PLENTIFUL
}
