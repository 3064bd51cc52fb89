package advisor.facts.offer;

/** What kind of organisation buys. */
public enum Buyer {
    PRIVATE,
    STATE_FUNDED,
    MULTINATIONAL
}
