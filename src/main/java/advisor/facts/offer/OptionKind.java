package advisor.facts.offer;

/** How an option is come by. */
public enum OptionKind {
    PURCHASE,
    /** It is there already, and once. */
    OWNED,
    RENTAL,
    API
}
