package advisor.advice;

import advisor.facts.CostCurve;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/**
 * Where another option costs no more than the one that costs less at a load. Machines are had in whole units: behind the
 * first such load there may be others at which the order is as before.
 *
 * @param streams the nearest load of this kind
 * @param lasting whether the other costs no more at all loads beyond, too
 */
public record Turn(long streams, boolean lasting) {
    private static final int MOST_LOOKED_AT = 4096;
    private static final int TIMES_AS_MUCH = 4;

    /**
     * Seen from a load, in streams as busy as its own.
     *
     * @param own of the option that costs less at the load
     * @param tokensOfAStream a month
     * @param first streams from which the order turns first, seen from a single one
     */
    public static Turn of(CostCurve own, CostCurve other, double tokensOfAStream, int streams, long first) {
        LongPredicate less = load -> {
            long tokens = Math.round(tokensOfAStream * load);
            return other.total(tokens).compareTo(own.total(tokens)) <= 0;
        };
        return first > streams ? above(first, less) : below(streams, first, less);
    }

    private static Turn above(long first, LongPredicate less) {
        long last = Math.min(TIMES_AS_MUCH * first, first + MOST_LOOKED_AT);
        return new Turn(first, LongStream.rangeClosed(first, last).allMatch(less));
    }

    /** Below the first load the other costs less, and above it, too, where the last unit is nearly empty. */
    private static Turn below(long streams, long first, LongPredicate less) {
        long nearest = LongStream.iterate(streams - 1, load -> load >= first, load -> load - 1)
                .limit(MOST_LOOKED_AT)
                .filter(less)
                .findFirst()
                .orElse(first - 1);
        return new Turn(nearest, nearest < first);
    }
}
