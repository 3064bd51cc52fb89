package advisor.model;

/** A currency in which prices are quoted and budgets are given. */
public enum Currency implements Ids.Spelled {
    CNY,
    USD;

    /** Its ISO 4217 code. */
    @Override
    public String id() {
        return name();
    }
}
