package advisor.facts.unit;

import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An estimate with its uncertainty: low, likely and high, in that order, all of them numbers. What is not known has no
 * interval. The unit stands in the name of what holds it.
 */
public record Interval(double low, double likely, double high) {
    public Interval {
        if (!(low <= likely && likely <= high && Double.isFinite(low) && Double.isFinite(high))) {
            throw new IllegalArgumentException("The interval (%s, %s, %s) must be finite and ordered low, likely, high."
                    .formatted(low, likely, high));
        }
    }

    /** As a record has it; written out, because that of a record is put together at each start. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Interval that
                && same(low, that.low)
                && same(likely, that.likely)
                && same(high, that.high);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Double.hashCode(low) + Double.hashCode(likely)) + Double.hashCode(high);
    }

    private static boolean same(double one, double other) {
        return Double.compare(one, other) == 0;
    }

    public static Interval exactly(double value) {
        return new Interval(value, value, value);
    }

    public static Interval around(double likely, double lowFactor, double highFactor) {
        return new Interval(likely * lowFactor, likely, likely * highFactor);
    }

    public Interval times(double factor) {
        return new Interval(low * factor, likely * factor, high * factor);
    }

    /** The product of two uncertain amounts, neither of which is negative. */
    public Interval times(Interval other) {
        return new Interval(low * other.low, likely * other.likely, high * other.high);
    }

    /** One over it, in the inverse unit: neither end may be zero. */
    public Interval inverse() {
        return new Interval(1 / high, 1 / likely, 1 / low);
    }

    /** Applies an order-preserving operation to each of the three values. */
    public Interval map(DoubleUnaryOperator operation) {
        return new Interval(
                operation.applyAsDouble(low), operation.applyAsDouble(likely), operation.applyAsDouble(high));
    }
}
