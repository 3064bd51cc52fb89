package advisor.model;

import java.math.BigDecimal;

/** An amount of one currency. Amounts of different currencies are never compared or added: that is an error. */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
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
        return new Money(amount.multiply(BigDecimal.valueOf(factor)), currency);
    }

    public Money times(long count) {
        return new Money(amount.multiply(BigDecimal.valueOf(count)), currency);
    }

    /** This amount as a share of another: 1.25 means a quarter more than {@code other}. */
    public double shareOf(Money other) {
        return amount.doubleValue() / sameCurrency(other).amount.doubleValue();
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
