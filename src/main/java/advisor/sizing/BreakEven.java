package advisor.sizing;

import advisor.model.CostCurve;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** From which load, and after how many months, one option costs no more than another. */
public final class BreakEven {
    private static final int MOST_STEPS = 10_000;
    private static final int MOST_MONTHS = 600;
    private static final double ROUNDING = 1e-9;

    private BreakEven() {}

    /**
     * The smallest load, in whole tokens a month, at which the option costs no more than the other over the horizon;
     * {@code null} if there is none. Exact through all steps of whole replicas.
     */
    public static @Nullable Long load(CostCurve option, CostCurve other) {
        long from = 1;
        for (int step = 0; step < MOST_STEPS && !isAboveForGood(option, other, from); step++) {
            long to = Math.min(option.lastTokenOfStep(from), other.lastTokenOfStep(from));
            Long found = withinStep(option, other, from, to);
            if (found != null || to == CostCurve.UNLIMITED) {
                return found;
            }
            from = to + 1;
        }
        return null;
    }

    /**
     * The load at which the order of two options first turns: from which the one that is dearer at the least load costs
     * no more. {@code null} if it never does.
     */
    public static @Nullable Long turn(CostCurve one, CostCurve other) {
        return gap(one, other, 1).signum() > 0 ? load(one, other) : load(other, one);
    }

    /**
     * After how many whole months the one of two options that takes more in the first month has taken no more than the other, at
     * a load; {@code null} if it never has. Nothing is sold, and what wears out is replaced.
     */
    public static @Nullable Integer months(CostCurve one, CostCurve other, long tokensPerMonth) {
        boolean swapped = one.spent(1, tokensPerMonth).compareTo(other.spent(1, tokensPerMonth)) < 0;
        CostCurve dearer = swapped ? other : one;
        CostCurve cheaper = swapped ? one : other;
        int from = 1;
        while (from <= MOST_MONTHS) {
            int to = Math.min(MOST_MONTHS, Math.min(dearer.lastMonthOfLife(from), cheaper.lastMonthOfLife(from)));
            Integer found = withinLives(dearer, cheaper, tokensPerMonth, from, to);
            if (found != null) {
                return found;
            }
            from = to + 1;
        }
        return null;
    }

    /** While nothing is replaced, both costs are straight lines. */
    private static @Nullable Integer withinLives(
            CostCurve dearer, CostCurve cheaper, long tokensPerMonth, int from, int to) {
        BigDecimal gap = gapAfter(dearer, cheaper, from, tokensPerMonth);
        if (gap.signum() <= 0) {
            return from;
        }
        if (from == to) {
            return null;
        }
        BigDecimal closing = gap.subtract(gapAfter(dearer, cheaper, from + 1, tokensPerMonth));
        if (closing.signum() <= 0) {
            return null;
        }
        BigDecimal found = BigDecimal.valueOf(from).add(gap.divide(closing, 0, RoundingMode.CEILING));
        return found.compareTo(BigDecimal.valueOf(to)) <= 0 ? found.intValueExact() : null;
    }

    private static BigDecimal gapAfter(CostCurve dearer, CostCurve cheaper, int months, long tokensPerMonth) {
        return dearer.spent(months, tokensPerMonth)
                .minus(cheaper.spent(months, tokensPerMonth))
                .amount();
    }

    /** Between two steps both costs are straight lines. */
    private static @Nullable Long withinStep(CostCurve option, CostCurve other, long from, long to) {
        BigDecimal gap = gap(option, other, from);
        if (gap.signum() <= 0) {
            return from;
        }
        BigDecimal closing = other.slope().subtract(option.slope());
        if (closing.signum() <= 0) {
            return null;
        }
        BigDecimal found = BigDecimal.valueOf(from).add(gap.divide(closing, 0, RoundingMode.CEILING));
        return found.compareTo(BigDecimal.valueOf(to)) <= 0 ? found.longValueExact() : null;
    }

    /** Whether the straight line under the one's steps lies above the line over the other's, and falls to it nowhere. */
    private static boolean isAboveForGood(CostCurve option, CostCurve other, long from) {
        double rise = meanSlope(option) - meanSlope(other);
        double under = ofReplica(option) * (from / capacity(option))
                + base(option)
                + option.slope().doubleValue() * from;
        double over = ofReplica(other) * (from / capacity(other) + 1)
                + base(other)
                + other.slope().doubleValue() * from;
        return rise >= 0 && under > over + Math.abs(over) * ROUNDING;
    }

    private static double meanSlope(CostCurve curve) {
        return curve.slope().doubleValue() + ofReplica(curve) / capacity(curve);
    }

    private static double ofReplica(CostCurve curve) {
        return curve.overHorizon(1).minus(curve.overHorizon(0)).amount().doubleValue();
    }

    private static double base(CostCurve curve) {
        return curve.overHorizon(0).amount().doubleValue();
    }

    private static double capacity(CostCurve curve) {
        Long capacity = curve.capacity();
        return capacity == null ? CostCurve.UNLIMITED : capacity;
    }

    private static BigDecimal gap(CostCurve option, CostCurve other, long tokensPerMonth) {
        return option.total(tokensPerMonth).minus(other.total(tokensPerMonth)).amount();
    }
}
