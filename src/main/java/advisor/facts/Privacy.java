package advisor.facts;

/** Where the data may go. */
public enum Privacy {
    ANY,
    /** Within the European Economic Area. */
    EEA,
    IN_COUNTRY,
    ON_PREMISES,
    /** Nobody said: then no border is crossed without the ground on which it may be. */
    UNSAID
}
