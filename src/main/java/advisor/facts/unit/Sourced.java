package advisor.facts.unit;

/** A fact that names where it was read: {@code <source id>} or {@code <source id>#<place>}. */
public interface Sourced {
    String source();
}
