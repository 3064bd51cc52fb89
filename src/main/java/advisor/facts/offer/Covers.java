package advisor.facts.offer;

/** What a price pays for. */
public enum Covers {
    /** All that is needed to run. */
    MACHINE,
    /** The cards alone: a host comes on top. */
    CARDS
}
