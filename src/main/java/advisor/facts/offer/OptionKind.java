package advisor.facts.offer;

/** How an option is paid for. */
public enum OptionKind {
    PURCHASE,
    RENTAL,
    API
}
