package advisor.facts.unit;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A price or cost with what is uncertain about it: low, likely and high, in one currency, in that order. */
public record MoneyRange(Money low, Money likely, Money high) {
    public MoneyRange {
        if (low.compareTo(likely) > 0 || likely.compareTo(high) > 0) {
            throw new IllegalArgumentException(
                    "The range (%s, %s, %s) must be ordered low, likely, high.".formatted(low, likely, high));
        }
    }

    /** As a record has it; written out, because that of a record is put together at each start. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MoneyRange that
                && that.low.equals(low)
                && that.likely.equals(likely)
                && that.high.equals(high);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * low.hashCode() + likely.hashCode()) + high.hashCode();
    }

    public static MoneyRange exactly(Money amount) {
        return new MoneyRange(amount, amount, amount);
    }

    public Currency currency() {
        return likely.currency();
    }

    public MoneyRange plus(MoneyRange other) {
        return new MoneyRange(low.plus(other.low), likely.plus(other.likely), high.plus(other.high));
    }

    public MoneyRange times(double factor) {
        return map(amount -> amount.times(factor));
    }

    /** One of so many equal parts. */
    public MoneyRange dividedBy(int count) {
        return map(amount -> amount.dividedBy(count));
    }

    /** This amount times an uncertain factor that is not negative. */
    public MoneyRange times(Interval factor) {
        return new MoneyRange(low.times(factor.low()), likely.times(factor.likely()), high.times(factor.high()));
    }

    public boolean isZero() {
        return low.amount().signum() == 0 && high.amount().signum() == 0;
    }

    /** What is got instead of paid. */
    public MoneyRange negated() {
        return new MoneyRange(high.negated(), likely.negated(), low.negated());
    }

    /** Applies an order-preserving operation to each of the three amounts. */
    public MoneyRange map(UnaryOperator<Money> operation) {
        return new MoneyRange(operation.apply(low), operation.apply(likely), operation.apply(high));
    }

    /** The smallest range that holds both; the likely amount is this range's own. */
    public MoneyRange widenedBy(MoneyRange other) {
        return new MoneyRange(
                low.compareTo(other.low) <= 0 ? low : other.low,
                likely,
                high.compareTo(other.high) >= 0 ? high : other.high);
    }
}
