package advisor.facts;

/** Whether what the request tells of is judged alone, or with the catalog's options. */
public enum OnlyOffers {
    NO,
    YES
}
