package advisor.facts.unit;

/** Which of its three values an uncertain amount is taken at. */
public enum Level {
    LOW,
    LIKELY,
    HIGH;

    public double of(Interval interval) {
        return switch (this) {
            case LOW -> interval.low();
            case LIKELY -> interval.likely();
            case HIGH -> interval.high();
        };
    }

    public Money of(MoneyRange range) {
        return switch (this) {
            case LOW -> range.low();
            case LIKELY -> range.likely();
            case HIGH -> range.high();
        };
    }
}
