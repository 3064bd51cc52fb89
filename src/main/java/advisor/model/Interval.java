package advisor.model;

/** An estimate with its uncertainty: low, likely and high, in that order. The unit stands in the name of what holds it. */
public record Interval(double low, double likely, double high) {
    public Interval {
        if (low > likely || likely > high) {
            throw new IllegalArgumentException(
                    "The interval (%s, %s, %s) must be ordered low, likely, high.".formatted(low, likely, high));
        }
    }

    public static Interval around(double likely, double lowFactor, double highFactor) {
        return new Interval(likely * lowFactor, likely, likely * highFactor);
    }

    public Interval times(double factor) {
        return new Interval(low * factor, likely * factor, high * factor);
    }
}
