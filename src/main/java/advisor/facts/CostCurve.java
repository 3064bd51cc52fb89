package advisor.facts;

import advisor.facts.unit.Currency;
import advisor.facts.unit.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Likely cost of an option as a function of load and time, in whole replicas: of a machine there is one for every
 * capacity begun, and of a service none.
 *
 * @param upfront of one replica
 * @param monthly of one replica
 * @param later of one replica, within the horizon or at its end; negative if it brings money
 * @param replacement of one replica, at the end of each life
 * @param lifeMonths how long a replica lasts; 0 if it is not owned
 * @param direct monthly, however many replicas there are
 * @param perMillion of a million tokens
 * @param capacity tokens that one replica carries in a month; {@code null} if not known
 */
public record CostCurve(
        Money upfront,
        Money monthly,
        Money later,
        Money replacement,
        int lifeMonths,
        Money direct,
        Money perMillion,
        @Nullable Long capacity,
        int horizonMonths) {

    /** A capacity that no load exceeds. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    private static final int DIGITS_OF_MILLION = 6;

    /** To do nothing. */
    public static CostCurve nothing(Currency currency, int horizonMonths) {
        return service(Money.zero(currency), horizonMonths);
    }

    /** A service that is paid by the million tokens alone. */
    public static CostCurve service(Money perMillion, int horizonMonths) {
        Money zero = Money.zero(perMillion.currency());
        return new CostCurve(zero, zero, zero, zero, 0, zero, perMillion, UNLIMITED, horizonMonths);
    }

    /** How many it takes to carry a load: at least one, and one where the capacity is not known. */
    public long replicas(long tokensPerMonth) {
        return capacity == null ? 1 : Math.max(1, Math.floorDiv(tokensPerMonth - 1, capacity) + 1);
    }

    /** The largest load that as many replicas carry as this load takes. */
    public long lastTokenOfStep(long tokensPerMonth) {
        if (capacity == null || capacity == UNLIMITED) {
            return UNLIMITED;
        }
        return Math.multiplyExact(replicas(tokensPerMonth), capacity);
    }

    /** All that is paid over the horizon, what comes later included. */
    public Money total(long tokensPerMonth) {
        return overHorizon(replicas(tokensPerMonth)).plus(tokens(tokensPerMonth, horizonMonths));
    }

    /** What is paid in an average month of the horizon. */
    public Money averageMonth(long tokensPerMonth) {
        Money total = total(tokensPerMonth);
        BigDecimal months = BigDecimal.valueOf(horizonMonths);
        return new Money(total.amount().divide(months, 6, RoundingMode.HALF_UP), total.currency());
    }

    /** What each month takes at a load, whatever its number. */
    public Money month(long tokensPerMonth) {
        return monthly.times(replicas(tokensPerMonth)).plus(direct).plus(tokens(tokensPerMonth, 1));
    }

    /** What has been paid after so many months, with new machines in place of worn ones and nothing sold. */
    public Money spent(int months, long tokensPerMonth) {
        Money machines = upfront.plus(replacement.times(replacements(months)));
        return machines.times(replicas(tokensPerMonth))
                .plus(month(tokensPerMonth).times(months));
    }

    /** The last month until which nothing more is replaced. */
    public int lastMonthOfLife(int month) {
        return lifeMonths == 0 ? Integer.MAX_VALUE : (replacements(month) + 1) * lifeMonths;
    }

    /** How often a replica has been replaced by the end of a month. */
    public int replacements(int months) {
        return lifeMonths == 0 ? 0 : Math.max(0, (months - 1) / lifeMonths);
    }

    /** Cost of so many replicas over the horizon without any token. */
    public Money overHorizon(long replicas) {
        return upfront.plus(monthly.times(horizonMonths))
                .plus(later)
                .times(replicas)
                .plus(direct.times(horizonMonths));
    }

    /** What one more token a month costs over the horizon while no replica is added. */
    public BigDecimal slope() {
        return tokens(1, horizonMonths).amount();
    }

    private Money tokens(long tokensPerMonth, int months) {
        BigDecimal millions = BigDecimal.valueOf(tokensPerMonth).movePointLeft(DIGITS_OF_MILLION);
        return new Money(
                perMillion.amount().multiply(millions).multiply(BigDecimal.valueOf(months)), perMillion.currency());
    }
}
