package advisor.model;

/** How easily an option is had. */
public enum Stock {
    SCARCE,
    STEADY,
    PLENTIFUL
}
