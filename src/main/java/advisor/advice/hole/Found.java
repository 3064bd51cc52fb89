package advisor.advice.hole;

import advisor.advice.Hole;
import java.util.Comparator;

/**
 * A hole that was found.
 *
 * @param ease how many times the least that is asked for the like the amount is; 1 of what an authority decides
 */
record Found(Hole hole, double ease) {
    /** Of what holds at any amount, and of what a buyer can find out without another's leave. */
    static final double EASIEST = Double.MAX_VALUE;

    static final Comparator<Found> MOST_DECISIVE = Comparator.<Found, Boolean>comparing(
                    found -> !found.hole().plausible())
            .thenComparing(found -> !found.hole().plan().plan().fastEnough())
            .thenComparing(found -> found.hole().wattsTaken() != null)
            .thenComparing(Comparator.comparingDouble(Found::ease).reversed())
            .thenComparing(
                    found -> found.hole().plan().cost().likelyTotal(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(found -> found.hole().plan().id());
}
