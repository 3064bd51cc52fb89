package advisor.model;

/** A currency in which prices are quoted and budgets are given. */
public enum Currency {
    CNY,
    USD
}
