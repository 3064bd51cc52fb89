package advisor.facts.offer;

/** Which hours of a rented machine are paid. */
public enum Billing {
    /** Every hour of the month. */
    ALWAYS_ON,
    /** The hours in which people work; switched off at night and on free days. */
    WORKING_HOURS,
    /** The hours in which somebody asks, and the time to start in each. */
    SCALE_TO_ZERO
}
