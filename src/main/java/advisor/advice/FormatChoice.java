package advisor.advice;

import advisor.facts.Fidelity;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Which of an option's number formats is chosen, best first: one that may be carried out and is fast enough, before one
 * that nobody knows to run; of those that are too slow one that is by far the fastest; of these the most faithful, because a coarser format
 * saves machines at the cost of answers; of those that are alike, what costs less. One of which a figure is missing is
 * passed over for one that is as faithful, never for a coarser one: nothing gains by what is not known. Nor does it hide a
 * more faithful one that is advised, however many machines it would save. Nor is one advised whose files somebody would have
 * to make, where another has them.
 */
final class FormatChoice {
    private static final Comparator<Verdict> BEST_FIRST = Comparator.comparing(FormatChoice::rejected)
            .thenComparing(FormatChoice::unproven)
            .thenComparing(FormatChoice::slow)
            .thenComparing(FormatChoice::coarserForSpeed)
            .thenComparing(FormatChoice::speedIfSlow, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(FormatChoice::cramped)
            .thenComparing(FormatChoice::withoutFiles)
            .thenComparing(FormatChoice::fidelityOfWhatIsLeft)
            .thenComparing(FormatChoice::undecided)
            .thenComparing(FormatChoice::heldBack)
            .thenComparing(Verdict::failsByItsFormat)
            .thenComparing(Verdict::shortfallOfRejected, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(FormatChoice::byPreference)
            .thenComparing(Verdict.BEST_FIRST);

    private FormatChoice() {}

    /** What orders the formats of one option. */
    static Comparator<Verdict> bestFirst(Collection<Verdict> formats) {
        return Comparator.comparing((Verdict verdict) -> hides(verdict, formats))
                .thenComparing(BEST_FIRST);
    }

    private static boolean hides(Verdict verdict, Collection<Verdict> formats) {
        return undecided(verdict)
                && formats.stream()
                        .anyMatch(other -> other.stance().advisable()
                                && other.candidate().plan().fastEnough()
                                && other.candidate()
                                        .plan()
                                        .moreFaithfulThan(verdict.candidate().plan()));
    }

    private static boolean rejected(Verdict verdict) {
        return verdict.stance() == Stance.REJECTED;
    }

    private static boolean undecided(Verdict verdict) {
        return verdict.stance() == Stance.UNDECIDED;
    }

    private static boolean cramped(Verdict verdict) {
        return !rejected(verdict) && verdict.candidate().plan().cramped();
    }

    private static boolean withoutFiles(Verdict verdict) {
        return !rejected(verdict) && verdict.candidate().plan().withoutFiles();
    }

    /** Of the rejected, what they lack tells more. */
    private static Fidelity fidelityOfWhatIsLeft(Verdict verdict) {
        return rejected(verdict)
                ? Fidelity.AS_PUBLISHED
                : verdict.candidate().plan().fidelity();
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

    /** Nobody trades answers for speed below four bits. */
    private static boolean coarserForSpeed(Verdict verdict) {
        return slow(verdict) && verdict.candidate().plan().fidelity() == Fidelity.FEWER_BITS;
    }

    /** Doublings of the speed of a format that is too slow: less is not worth an answer. */
    private static @Nullable Double speedIfSlow(Verdict verdict) {
        Double speed = slow(verdict) ? verdict.candidate().performance().likelyTokensPerSecondPerUser() : null;
        return speed == null ? null : Math.floor(Math.log1p(speed) / Math.log(2));
    }

    private static boolean heldBack(Verdict verdict) {
        return verdict.stance() == Stance.REJECTED
                && verdict.candidate().memory().shortfall() != null;
    }

    /** Of formats that do not fit, the one that misses least tells most. */
    private static int byPreference(Verdict one, Verdict other) {
        return heldBack(one) ? 0 : one.candidate().preference(other.candidate());
    }
}
