package advisor.facts;

/** Where the data may go. */
public enum Privacy {
    ANY,
    IN_COUNTRY,
    ON_PREMISES
}
