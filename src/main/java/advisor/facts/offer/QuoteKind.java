package advisor.facts.offer;

/** How firm a price is, firmest first. */
public enum QuoteKind {
    LIST,
    QUOTE,
    ASKING_PRICE,
    HEARSAY,
    ESTIMATE,
    /** Nobody asks it: it follows from what other things cost. */
    INFERRED
}
