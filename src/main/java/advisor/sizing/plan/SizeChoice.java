package advisor.sizing.plan;

import advisor.facts.Candidate;
import advisor.facts.Fidelity;
import advisor.facts.model.Precision;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which size of an option a load takes, in each number format and then in few formats: whoever rents one card of a cloud
 * could as well rent eight, and nobody wants to read of each.
 */
final class SizeChoice {
    private static final Comparator<Candidate> FAST =
            Comparator.comparing(candidate -> !candidate.plan().fastEnough());

    /** A size that its engine fills as it does unless told otherwise comes before a smaller one that it must fill further. */
    private static final Comparator<Candidate> AS_USUAL =
            Comparator.comparing(candidate -> candidate.memory().raisedShare() != null);

    private static final Comparator<Candidate> CHEAP = Comparator.comparing(
                    (Candidate candidate) -> candidate.cost().likelyTotal(),
                    Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(candidate -> candidate.plan().devices())
            .thenComparing(candidate -> candidate.plan().nodes());

    private static final Comparator<Candidate> FAITHFUL =
            Comparator.comparing(candidate -> candidate.plan().fidelity());

    private final @Nullable Integer maxNodes;
    private final Comparator<Candidate> fitting = Comparator.comparing(candidate -> !fits(candidate));

    /** @param maxNodes that may be had; {@code null} for any number */
    SizeChoice(@Nullable Integer maxNodes) {
        this.maxNodes = maxNodes;
    }

    /**
     * At most two candidates of one option: the most faithful, and the cheapest that keeps four bits or more, of those that
     * cost the same one of which there are files.
     */
    List<Candidate> of(List<Candidate> ofAllSizes) {
        Map<Precision, Candidate> byFormat = new LinkedHashMap<>();
        ofAllSizes.forEach(
                candidate -> byFormat.merge(candidate.precision(), candidate, BinaryOperator.minBy(bestSize())));
        return fewest(List.copyOf(byFormat.values()));
    }

    /** Where no size fits, the largest misses least. */
    private Comparator<Candidate> bestSize() {
        return fitting.thenComparing(
                        candidate -> fits(candidate) ? 0 : -candidate.option().devices())
                .thenComparing(FAST)
                .thenComparing(AS_USUAL)
                .thenComparing(CHEAP);
    }

    private List<Candidate> fewest(List<Candidate> formats) {
        Comparator<Candidate> carrying = fitting.thenComparing(FAST).thenComparing(AS_USUAL);
        Candidate faithful =
                Collections.min(formats, carrying.thenComparing(FAITHFUL).thenComparing(CHEAP));
        Candidate cheapest = Collections.min(
                formats,
                carrying.thenComparing(SizeChoice::coarse)
                        .thenComparing(CHEAP)
                        .thenComparing(candidate -> candidate.plan().withoutFiles()));
        return formats.stream()
                .filter(candidate -> candidate.equals(faithful) || candidate.equals(cheapest))
                .toList();
    }

    private static boolean coarse(Candidate candidate) {
        return candidate.plan().fidelity() == Fidelity.FEWER_BITS;
    }

    private boolean fits(Candidate candidate) {
        return candidate.memory().shortfall() == null
                && !candidate.memory().spilled()
                && (maxNodes == null || candidate.plan().nodes() <= maxNodes);
    }
}
