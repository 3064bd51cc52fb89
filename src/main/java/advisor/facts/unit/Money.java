package advisor.facts.unit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** An amount of one currency. Amounts of different currencies are never compared or added: that is an error. */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
    private static final int KEPT_FACTORS = 256;
    private static final int LEAST_DIGITS = 6;
    private static final double TEN = 10;

    /** Shares that differ by so little from one may be one. */
    private static final double ALIKE = 1e-12;

    private static final @Nullable Factor[] FACTORS = new Factor[KEPT_FACTORS];

    /** A factor in decimal digits. */
    private record Factor(double value, BigDecimal decimal) {}

    /** As a record has it; written out, because that of a record is put together at each start. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Money that && that.amount.equals(amount) && that.currency.equals(currency);
    }

    @Override
    public int hashCode() {
        return 31 * amount.hashCode() + currency.hashCode();
    }

    public static Money of(double amount, Currency currency) {
        return new Money(BigDecimal.valueOf(amount), currency);
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    public Money times(double factor) {
        return new Money(amount.multiply(decimal(factor)), currency);
    }

    /** The same few factors come again and again, and to write one in digits takes longer than to multiply by it. */
    private static BigDecimal decimal(double factor) {
        int place = Math.floorMod(Double.hashCode(factor), KEPT_FACTORS);
        Factor known = FACTORS[place];
        if (known == null || Double.compare(known.value(), factor) != 0) {
            known = new Factor(factor, BigDecimal.valueOf(factor));
            FACTORS[place] = known;
        }
        return known.decimal();
    }

    public Money times(long count) {
        return new Money(amount.multiply(BigDecimal.valueOf(count)), currency);
    }

    /** One of so many equal parts. */
    public Money dividedBy(long count) {
        return new Money(
                amount.divide(BigDecimal.valueOf(count), Math.max(amount.scale(), LEAST_DIGITS), RoundingMode.HALF_UP),
                currency);
    }

    /** This amount as a share of another: 1.25 means a quarter more than {@code other}, 1 exactly as much. */
    public double shareOf(Money other) {
        double share = roughly(amount) / roughly(sameCurrency(other).amount);
        return Math.abs(share - 1) < ALIKE ? amount.doubleValue() / other.amount.doubleValue() : share;
    }

    /** To fifteen digits: to have the last one right, the JDK writes the amount out and reads it again. */
    private static double roughly(BigDecimal amount) {
        return amount.unscaledValue().doubleValue() / Math.pow(TEN, amount.scale());
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    private Money sameCurrency(Money other) {
        if (!other.currency.equals(currency)) {
            throw new IllegalArgumentException("The currency (%s) of the amount (%s) must be %s."
                    .formatted(other.currency, other.amount, currency));
        }
        return other;
    }
}
