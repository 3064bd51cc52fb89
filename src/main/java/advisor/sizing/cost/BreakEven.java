package advisor.sizing.cost;

import advisor.facts.CostCurve;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** From which load, and after how many months, one option costs no more than another. */
public final class BreakEven {
    private static final int MOST_STEPS = 10_000;

    /** Of the longest horizon that a request may have. */
    private static final int MOST_MONTHS = 1_200;

    private static final double ROUNDING = 1e-9;

    private BreakEven() {}

    /**
     * The smallest load, in whole tokens a month, at which the option costs no more than the other over the horizon;
     * {@code null} if there is none within 10,000 steps. Exact through all of them, a step being another whole replica.
     */
    public static @Nullable Long load(CostCurve option, CostCurve other) {
        return load(Steps.of(option), Steps.of(other));
    }

    /**
     * The load at which the order of two options first turns: from which the one that is dearer at the least load costs
     * no more. {@code null} if it never does.
     */
    public static @Nullable Long turn(CostCurve one, CostCurve other) {
        Steps ofOne = Steps.of(one);
        Steps ofOther = Steps.of(other);
        return ofOne.above(ofOther, 1).signum() > 0 ? load(ofOne, ofOther) : load(ofOther, ofOne);
    }

    private static @Nullable Long load(Steps option, Steps other) {
        long from = 1;
        for (int step = 0; step < MOST_STEPS && !isAboveForGood(option, other, from); step++) {
            long to =
                    Math.min(option.curve().lastTokenOfStep(from), other.curve().lastTokenOfStep(from));
            Long found = withinStep(option, other, from, to);
            if (found != null || to == CostCurve.UNLIMITED) {
                return found;
            }
            from = to + 1;
        }
        return null;
    }

    /**
     * After how many whole months the one of two options that takes more in the first month has taken no more than the other, at
     * a load; {@code null} if it has not within 1,200 months. Nothing is sold, and what wears out is replaced.
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
        BigDecimal gap = dearer.spent(from, tokensPerMonth)
                .minus(cheaper.spent(from, tokensPerMonth))
                .amount();
        if (gap.signum() <= 0) {
            return from;
        }
        BigDecimal closing = cheaper.month(tokensPerMonth)
                .minus(dearer.month(tokensPerMonth))
                .amount();
        if (from == to || closing.signum() <= 0) {
            return null;
        }
        BigDecimal found = BigDecimal.valueOf(from).add(gap.divide(closing, 0, RoundingMode.CEILING));
        return found.compareTo(BigDecimal.valueOf(to)) <= 0 ? found.intValueExact() : null;
    }

    /** Between two steps both costs are straight lines. */
    private static @Nullable Long withinStep(Steps option, Steps other, long from, long to) {
        BigDecimal gap = option.above(other, from);
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
    private static boolean isAboveForGood(Steps option, Steps other, long from) {
        double rise = option.meanSlope() - other.meanSlope();
        double under = option.lineAt(from, 0);
        double over = other.lineAt(from, 1);
        return rise >= 0 && under > over + Math.abs(over) * ROUNDING;
    }

    /**
     * Cost over the horizon as steps of whole replicas.
     *
     * @param base without any replica
     * @param replica of one more
     * @param slope of one more token a month
     * @param line the same for what need not be exact
     */
    private record Steps(CostCurve curve, BigDecimal base, BigDecimal replica, BigDecimal slope, Line line) {
        static Steps of(CostCurve curve) {
            BigDecimal base = curve.overHorizon(0).amount();
            BigDecimal replica = curve.overHorizon(1).amount().subtract(base);
            BigDecimal slope = curve.slope();
            Line line = new Line(base.doubleValue(), replica.doubleValue(), slope.doubleValue());
            return new Steps(curve, base, replica, slope, line);
        }

        private record Line(double base, double replica, double slope) {}

        /** How much more it is than another at a load. */
        BigDecimal above(Steps other, long tokensPerMonth) {
            return at(tokensPerMonth).subtract(other.at(tokensPerMonth));
        }

        private BigDecimal at(long tokensPerMonth) {
            return base.add(replica.multiply(BigDecimal.valueOf(curve.replicas(tokensPerMonth))))
                    .add(slope.multiply(BigDecimal.valueOf(tokensPerMonth)));
        }

        double meanSlope() {
            return line.slope() + line.replica() / capacity();
        }

        /** The straight line through the steps' lower ends, so many replicas higher. */
        double lineAt(long tokensPerMonth, int higher) {
            return line.replica() * (tokensPerMonth / capacity() + higher)
                    + line.base()
                    + line.slope() * tokensPerMonth;
        }

        private double capacity() {
            Long capacity = curve.capacity();
            return capacity == null ? CostCurve.UNLIMITED : capacity;
        }
    }
}
