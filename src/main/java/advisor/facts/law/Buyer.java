package advisor.facts.law;

/** What kind of organisation buys. */
public enum Buyer {
    PRIVATE,
    STATE_FUNDED,
    MULTINATIONAL
}
