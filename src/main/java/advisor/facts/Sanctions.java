package advisor.facts;

/** Whether an embargoed part is refused or merely reported. */
public enum Sanctions {
    COMPLY,
    REPORT
}
