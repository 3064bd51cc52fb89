package advisor.advice;

import advisor.facts.Candidate;
import advisor.facts.Ceiling;
import advisor.facts.Finding;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The judgement on one candidate.
 *
 * @param score {@code start} plus the points of all reasons
 * @param reasons weightiest first
 */
public record Verdict(Candidate candidate, Stance stance, int start, int score, List<Reason> reasons) {
    private static final String FORMAT_TOPIC = "precision";
    private static final String PRIVACY_TOPIC = "privacy";

    /** By which a price is too good to be believed. */
    private static final String DOUBTFUL_PRICE = "offers/too-cheap-to-be-true";

    /** What the law says of some buyers' prompts. */
    private static final Set<String> LAWS = Set.of("privacy/state-data-stays");

    /**
     * Best first: what could be carried out before what is barred and merely reported; stance; among the rejected and
     * undecided the one nearest to being admitted, which what is not known of it keeps it from as much as what bars it, and
     * of which least is missing, because points that rest on what is known alone would favour what is not; then score,
     * likely total cost with unknown ones last, and id.
     */
    static final Comparator<Verdict> BEST_FIRST = Comparator.comparing(Verdict::isOnlyReported)
            .thenComparing(Verdict::stance)
            .thenComparingInt(verdict -> verdict.blockers() + verdict.unknowns())
            .thenComparingInt(Verdict::unknowns)
            .thenComparing(Verdict::failsByItsFormat)
            .thenComparing(Verdict::shortfallOfRejected, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingInt(Verdict::missingFigures)
            .thenComparing(Comparator.comparingInt(Verdict::score).reversed())
            .thenComparing(Verdict::likelyTotal, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(verdict -> verdict.candidate().option().id())
            .thenComparing(Verdict::needed, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(verdict -> verdict.candidate().precision());

    public Verdict {
        int sum = start + reasons.stream().mapToInt(Reason::points).sum();
        if (sum != score) {
            throw new IllegalArgumentException("The score (%s) of candidate (%s) must be the sum of its ledger (%s)."
                    .formatted(score, candidate.id(), sum));
        }
    }

    static Verdict of(Candidate candidate, List<Reason> reasons, Scale scale) {
        return unsorted(candidate, reasons.stream().sorted(Reason.BY_WEIGHT).toList(), scale);
    }

    /** The same of which nobody reads the reasons in turn. */
    static Verdict unsorted(Candidate candidate, List<Reason> reasons, Scale scale) {
        return new Verdict(candidate, scale.stance(reasons), scale.start(), scale.score(reasons), reasons);
    }

    /** The reasons of one kind, weightiest first. */
    public List<Reason> reasons(Finding.Kind kind) {
        return reasons.stream().filter(reason -> reason.kind() == kind).toList();
    }

    /** What decides a rejection or leaves the verdict open; empty for a viable candidate. */
    public Optional<Reason> decisive() {
        return obstacles().stream().findFirst();
    }

    /**
     * All that keeps a rejected candidate out, or leaves an undecided one open. First that the documents do not judge it,
     * then what an authority decides, because nobody could change that, and where the data may go, which the buyer has
     * settled. What an authority has yet to say of one that is too dear belongs to it: no more money makes it lawful. Empty
     * for a viable candidate.
     */
    public List<Reason> obstacles() {
        return reasons.stream()
                .filter(this::isObstacle)
                .sorted(Comparator.comparing((Reason reason) -> !reason.isLeftOutByDocuments())
                        .thenComparing(reason -> !reason.isOfAuthority())
                        .thenComparing(reason -> !reason.rule().topic().equals(PRIVACY_TOPIC)))
                .toList();
    }

    private boolean isObstacle(Reason reason) {
        return switch (stance) {
            case REJECTED -> reason.kind() == Finding.Kind.BLOCKER || isBesideTheRejection(reason);
            default -> reason.kind() == Finding.Kind.UNKNOWN;
        };
    }

    private boolean isBesideTheRejection(Reason reason) {
        return reason.kind() == Finding.Kind.UNKNOWN && reason.isOfAuthority() && isOnlyDear();
    }

    private boolean isOnlyDear() {
        return reasons(Finding.Kind.BLOCKER).stream().allMatch(Reason::isOfMoney);
    }

    private @Nullable Bytes needed() {
        return candidate.memory().needed();
    }

    /** Whether an authority or a law keeps it out. */
    public boolean isBarred() {
        return reasons(Finding.Kind.BLOCKER).stream()
                .anyMatch(reason ->
                        reason.isOfAuthority() || LAWS.contains(reason.rule().id()));
    }

    /** Whether its price itself is to be looked into: nothing follows from it until then. */
    public boolean doubtsItsPrice() {
        return reasons.stream().anyMatch(reason -> reason.rule().id().equals(DOUBTFUL_PRICE));
    }

    /** What bars it and is merely reported, so that it is told for information only. */
    public Optional<Reason> reportedBar() {
        return reasons.stream()
                .filter(reason -> reason.rule().atMost() == Ceiling.DISCOURAGED)
                .findFirst();
    }

    /** Nothing is before what is not known or out already. */
    private boolean isOnlyReported() {
        return !stance.viable() || reportedBar().isPresent();
    }

    private int missingFigures() {
        return stance == Stance.UNDECIDED ? candidate.lacks().size() : 0;
    }

    private int blockers() {
        return stance == Stance.REJECTED ? reasons(Finding.Kind.BLOCKER).size() : 0;
    }

    private int unknowns() {
        return stance.viable() ? 0 : reasons(Finding.Kind.UNKNOWN).size();
    }

    /** Whether a format that the request refuses, or nothing runs, keeps it out: another format then tells more. */
    boolean failsByItsFormat() {
        return stance == Stance.REJECTED
                && reasons(Finding.Kind.BLOCKER).stream()
                        .anyMatch(reason -> reason.rule().topic().equals(FORMAT_TOPIC));
    }

    @Nullable Bytes shortfallOfRejected() {
        return stance == Stance.REJECTED ? candidate.memory().shortfall() : null;
    }

    @Nullable Money likelyTotal() {
        return candidate.cost().likelyTotal();
    }
}
