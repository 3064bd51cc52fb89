package advisor.facts;

/** The best stance that a finding leaves to its candidate, whatever the points. */
public enum Ceiling {
    RECOMMENDED,
    ACCEPTABLE,
    DISCOURAGED
}
