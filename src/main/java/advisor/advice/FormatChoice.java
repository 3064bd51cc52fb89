package advisor.advice;

import java.util.Comparator;

/**
 * Which of an option's number formats is chosen, best first: one that may be carried out and is fast enough; of these the
 * most faithful, because a coarser format saves machines at the cost of answers; then the verdict.
 */
final class FormatChoice {
    static final Comparator<Verdict> BEST_FIRST = Comparator.comparing(FormatChoice::standing)
            .thenComparing(FormatChoice::slow)
            .thenComparing(FormatChoice::byPreference)
            .thenComparing(Verdict.BEST_FIRST);

    private FormatChoice() {}

    private enum Standing {
        VIABLE,
        UNDECIDED,
        REJECTED
    }

    private static Standing standing(Verdict verdict) {
        if (viable(verdict)) {
            return Standing.VIABLE;
        }
        return verdict.stance() == Stance.UNDECIDED ? Standing.UNDECIDED : Standing.REJECTED;
    }

    private static boolean viable(Verdict verdict) {
        return verdict.stance().viable();
    }

    private static boolean slow(Verdict verdict) {
        return viable(verdict) && !verdict.candidate().plan().fastEnough();
    }

    /** Only of formats that may be carried out, and so only between such. */
    private static int byPreference(Verdict one, Verdict other) {
        return viable(one) ? one.candidate().plan().preference(other.candidate().plan()) : 0;
    }
}
