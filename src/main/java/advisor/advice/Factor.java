package advisor.advice;

/** Something uncertain that an advice rests on. */
public enum Factor {
    PRICE_OF_FIRST,
    OTHER_PRICES,
    SPEEDS,
    STREAMS,
    BUSY_TIME,
    UPKEEP,
    RESALE
}
