package advisor.advice;

import java.util.Comparator;

/**
 * Which of an option's number formats is chosen, best first: one that may be carried out and is fast enough, before one
 * that nobody knows to run; of these the most faithful, because a coarser format saves machines at the cost of answers; then the verdict.
 */
final class FormatChoice {
    static final Comparator<Verdict> BEST_FIRST = Comparator.comparing(FormatChoice::standing)
            .thenComparing(FormatChoice::unproven)
            .thenComparing(FormatChoice::slow)
            .thenComparing(FormatChoice::heldBack)
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

    private static boolean unproven(Verdict verdict) {
        return verdict.stance() == Stance.UNDECIDED
                && !verdict.candidate().plan().knownToRun();
    }

    private static boolean slow(Verdict verdict) {
        return viable(verdict) && !verdict.candidate().plan().fastEnough();
    }

    private static boolean heldBack(Verdict verdict) {
        return verdict.stance() == Stance.REJECTED
                && verdict.candidate().memory().shortfall() != null;
    }

    /** Of formats that do not fit, the one that misses least tells most. */
    private static int byPreference(Verdict one, Verdict other) {
        return heldBack(one)
                ? 0
                : one.candidate().plan().preference(other.candidate().plan());
    }
}
