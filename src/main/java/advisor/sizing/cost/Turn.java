package advisor.sizing.cost;

import advisor.facts.Candidate;
import advisor.facts.CostCurve;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/**
 * Where another option costs less than the one that does at a load. Machines are had in whole units: behind the first such
 * load there may be others at which the order is as before.
 *
 * @param streams the nearest load of this kind
 * @param lasting whether the other costs less at all loads beyond, too
 */
public record Turn(Candidate other, long streams, boolean lasting) {
    private static final int MOST_LOOKED_AT = 4096;
    private static final int TIMES_AS_MUCH = 4;

    /**
     * Seen from a load, in streams as busy as its own.
     *
     * @param plan that costs no more than the other at the load
     * @param first streams from which the order turns first
     */
    public static Turn of(Candidate plan, Candidate other, int streams, long first) {
        double tokens = plan.cost().tokens().tokensPerMonth() / streams;
        CostCurve own = plan.cost().curve();
        CostCurve others = other.cost().curve();
        if (own == null || others == null) {
            throw new IllegalArgumentException("What has no cost is in no comparison.");
        }
        LongPredicate less = load -> others.total(Math.round(tokens * load))
                        .compareTo(own.total(Math.round(tokens * load)))
                <= 0;
        return first > streams ? above(other, first, less) : below(other, streams, first, less);
    }

    private static Turn above(Candidate other, long first, LongPredicate less) {
        long last = Math.min(TIMES_AS_MUCH * first, first + MOST_LOOKED_AT);
        return new Turn(other, first, LongStream.rangeClosed(first, last).allMatch(less));
    }

    /** Below the first load the other costs less, and above it, too, where the last unit is nearly empty. */
    private static Turn below(Candidate other, long streams, long first, LongPredicate less) {
        long nearest = LongStream.iterate(streams - 1, load -> load >= first, load -> load - 1)
                .limit(MOST_LOOKED_AT)
                .filter(less)
                .findFirst()
                .orElse(first - 1);
        return new Turn(other, nearest, nearest < first);
    }
}
