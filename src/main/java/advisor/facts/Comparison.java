package advisor.facts;

import advisor.facts.unit.Money;
import org.jspecify.annotations.Nullable;

/**
 * Two candidates' cost side by side at the request's load. A candidate whose
 * cost is not known is in none.
 *
 * @param total likely cost of the candidate over the horizon
 * @param otherTotal likely cost of the other
 * @param streamsOfOne streams of the request that one of the candidate carries, as busy as they are; {@code null} if not
 *     known
 * @param breakEvenKnown whether the capacities are known that a break-even load rests on
 * @param breakEvenTokens output tokens a month from which the one that is dearer at little load costs no more than the
 *     other; {@code null} if it does at no load, or if that is not known
 * @param breakEvenStreams the same in streams of the request, as busy as they are
 * @param breakEvenMonths months after which the one that costs more in the first has cost no more than the other, at the
 *     request's load and with nothing sold; {@code null} if it never does, or if that is not known
 * @param withinHorizon whether that is within the horizon
 */
public record Comparison(
        Candidate candidate,
        Candidate other,
        Money total,
        Money otherTotal,
        @Nullable Long streamsOfOne,
        boolean breakEvenKnown,
        @Nullable Long breakEvenTokens,
        @Nullable Long breakEvenStreams,
        @Nullable Integer breakEvenMonths,
        boolean withinHorizon) {

    /** How many times the other's cost the candidate's is. */
    public double times() {
        return total.shareOf(otherTotal);
    }

    /** How many times the candidate's cost the other's is. */
    public double otherTimes() {
        return otherTotal.shareOf(total);
    }
}
