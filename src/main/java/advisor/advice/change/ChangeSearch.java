package advisor.advice.change;

import advisor.advice.BlockerSets;
import advisor.advice.OptionVerdict;
import advisor.advice.Stance;
import advisor.advice.Verdict;
import advisor.advice.change.Counterfactual.Change;
import advisor.advice.change.Counterfactual.Of;
import advisor.facts.Candidate;
import advisor.facts.Finding;
import advisor.facts.Finding.OnCandidate;
import advisor.facts.law.CountryStatus;
import advisor.facts.law.ExportStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for the smallest changes that lift the stance of one option: one at a time, then two. */
final class ChangeSearch {
    private static final int MOST_HALVINGS = 12;
    private static final int MOST_RUNS_FOR_PAIRS = 300;
    private static final int MOST_PAIRS = 8;

    private final Trials trials;
    private final OptionVerdict option;
    private final List<Lever> levers;
    private final Set<String> barred;
    private final Set<List<Object>> runs = ConcurrentHashMap.newKeySet();
    private boolean cutOff;

    /**
     * @param option the verdict to be lifted
     * @param findings among which its own are found
     */
    ChangeSearch(Trials trials, OptionVerdict option, List<Lever> levers, Collection<?> findings) {
        this.trials = trials;
        this.option = option;
        this.levers = levers;
        this.barred = barred(findings);
    }

    /** The ids of rules that an authority's word makes speak against the option. */
    private Set<String> barred(Collection<?> findings) {
        return findings.stream()
                .filter(OnCandidate.class::isInstance)
                .map(OnCandidate.class::cast)
                .filter(finding -> finding.candidate().option().equals(option.option()))
                .filter(finding -> finding.kind() == Finding.Kind.BLOCKER)
                .filter(finding -> finding.about().stream().anyMatch(ChangeSearch::isLaw))
                .map(OnCandidate::rule)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isLaw(Object fact) {
        return fact instanceof ExportStatus || fact instanceof CountryStatus;
    }

    /** Single changes; if none of them is a remedy for an option that is not viable, pairs too. */
    List<Counterfactual> found() {
        List<Counterfactual> found = new ArrayList<>(
                levers.parallelStream().flatMap(lever -> single(lever).stream()).toList());
        boolean remedied = found.stream().anyMatch(Counterfactual::remedy);
        if (!remedied && !option.stance().viable()) {
            found.addAll(pairs(MOST_PAIRS));
        }
        return found;
    }

    /**
     * The first change that makes the option viable, or else lifts its stance: a single one, or else two. None that merely
     * has a control reported, and none of what an authority bars.
     */
    Optional<Counterfactual> nearest() {
        if (isBarred()) {
            return Optional.empty();
        }
        List<List<Change>> lifting = remedies()
                .filter(lever -> promising(List.of(lever.most())))
                .flatMap(lever -> lifting(lever).stream())
                .toList();
        return lifting.stream()
                .filter(changes -> after(changes).stance().viable())
                .findFirst()
                .or(() -> lifting.stream().findFirst())
                .flatMap(this::smallest)
                .or(() -> pairs(1).stream().findFirst());
    }

    /** Whether in every format an authority speaks against it. */
    private boolean isBarred() {
        return option.all().stream().noneMatch(verdict -> Collections.disjoint(BlockerSets.blockers(verdict), barred));
    }

    private Stream<Lever> remedies() {
        return levers.stream().filter(lever -> !lever.onlyReports());
    }

    /** Whether pairs were left untried. */
    boolean cutOff() {
        return cutOff;
    }

    /** Who could lift each blocker of a rejected option, by the id of its rule. */
    Map<String, Lifter> lifters() {
        Map<String, Lifter> lifters = new TreeMap<>();
        if (option.stance() != Stance.REJECTED) {
            return lifters;
        }
        for (Verdict verdict : option.all()) {
            for (String blocker : BlockerSets.blockers(verdict)) {
                lifters.merge(
                        blocker, lifter(blocker, verdict), (one, other) -> one.compareTo(other) <= 0 ? one : other);
            }
        }
        return lifters;
    }

    private Lifter lifter(String blocker, Verdict verdict) {
        if (barred.contains(blocker)) {
            return Lifter.NOBODY;
        }
        Set<Of> lifting = remedies()
                .filter(lever -> lifts(lever, blocker, verdict.candidate()))
                .map(lever -> lever.most().of())
                .collect(Collectors.toSet());
        return lifting.contains(Of.REQUEST)
                ? Lifter.REQUESTER
                : lifting.contains(Of.OFFER) ? Lifter.VENDOR : Lifter.OPEN;
    }

    private boolean lifts(Lever lever, String blocker, Candidate candidate) {
        return alone(List.of(lever.most())).obstacles(candidate.id()).gone(blocker);
    }

    private Optional<Counterfactual> single(Lever lever) {
        return lever.changes().stream()
                .map(List::of)
                .filter(this::promising)
                .flatMap(changes -> smallest(changes).stream())
                .findFirst();
    }

    /** The least of its changes that suffices alone. */
    private Optional<List<Change>> lifting(Lever lever) {
        return lever.changes().stream().map(List::of).filter(this::lifts).findFirst();
    }

    private List<Counterfactual> pairs(int most) {
        List<Lever> tried = remedies().toList();
        List<Counterfactual> found = new ArrayList<>();
        int before = runs.size();
        for (int i = 0; i < tried.size(); i++) {
            for (Lever other : tried.subList(i + 1, tried.size())) {
                if (found.size() == most || runs.size() - before > MOST_RUNS_FOR_PAIRS) {
                    cutOff = true;
                    return found;
                }
                pair(tried.get(i), other).ifPresent(found::add);
            }
        }
        return found;
    }

    /** The least of one with the most of the other that suffices, then the least of the other. */
    private Optional<Counterfactual> pair(Lever one, Lever other) {
        boolean hopeless = one.sameAs(other) || !mayGiveWay(one, other);
        if (hopeless || !promising(List.of(one.most(), other.most()))) {
            return Optional.empty();
        }
        return least(one, change -> List.of(change, other.most()))
                .flatMap(first -> least(other, second -> List.of(first, second)).map(second -> List.of(first, second)))
                .filter(this::lifts)
                .filter(this::needsBoth)
                .flatMap(this::smallest);
    }

    /** Whether in some format all that keeps it out is lifted by one of two, or changes its figures under both. */
    private boolean mayGiveWay(Lever one, Lever other) {
        Tried afterOne = alone(List.of(one.most()));
        Tried afterOther = alone(List.of(other.most()));
        return alone(List.of()).obstacles().entrySet().stream().anyMatch(entry -> entry.getValue()
                .mayGiveWay(afterOne.obstacles(entry.getKey()), afterOther.obstacles(entry.getKey())));
    }

    private Optional<Change> least(Lever lever, Function<Change, List<Change>> together) {
        return lever.changes().stream()
                .filter(change -> promising(together.apply(change)))
                .findFirst();
    }

    private boolean needsBoth(List<Change> changes) {
        return changes.stream().noneMatch(change -> lifts(List.of(change)));
    }

    /**
     * Whether a run of a few leaves hope: of the option alone if it is kept out, for what keeps it out is its own; else beside
     * those with which it is compared, for the more there are, the more is said against it.
     */
    private boolean promising(List<Change> changes) {
        return option.stance().viable()
                ? besideBest(changes).stance().compareTo(option.stance()) < 0
                : alone(changes).stance().compareTo(alone(List.of()).stance()) < 0;
    }

    private boolean lifts(List<Change> changes) {
        return promising(changes) && after(changes).stance().compareTo(option.stance()) < 0;
    }

    private Tried after(List<Change> changes) {
        runs.add(List.of("among", changes));
        return trials.among(id(), changes);
    }

    private Tried besideBest(List<Change> changes) {
        runs.add(List.of("few", changes));
        return trials.besideBest(id(), changes);
    }

    private Tried alone(List<Change> changes) {
        runs.add(List.of("alone", changes));
        return trials.alone(id(), changes);
    }

    /**
     * Each quantity made smaller until half of its change does not suffice; runs of a few lead the way. Nothing if the
     * changes do not suffice.
     */
    private Optional<Counterfactual> smallest(List<Change> changes) {
        List<Change> guessed = narrowed(changes, this::promising);
        if (lifts(guessed) && !anyHalfLifts(guessed)) {
            return Optional.of(counterfactual(guessed));
        }
        return lifts(changes) ? Optional.of(counterfactual(narrowed(changes, this::lifts))) : Optional.empty();
    }

    private Counterfactual counterfactual(List<Change> smallest) {
        Tried after = after(smallest);
        return new Counterfactual(smallest, after.stance(), after.score(), !anyHalfLifts(smallest));
    }

    private List<Change> narrowed(List<Change> changes, Predicate<List<Change>> suffice) {
        List<Change> smallest = changes;
        for (int halvings = 0; halvings < MOST_HALVINGS; halvings++) {
            Optional<List<Change>> half = halves(smallest).filter(suffice).findFirst();
            if (half.isEmpty()) {
                return smallest;
            }
            smallest = half.get();
        }
        return smallest;
    }

    private boolean anyHalfLifts(List<Change> changes) {
        return halves(changes).anyMatch(this::lifts);
    }

    /** The same changes with one quantity of them halved. */
    private static Stream<List<Change>> halves(List<Change> changes) {
        return changes.stream()
                .flatMap(change -> Stream.ofNullable(Quantity.half(change)).map(half -> changes.stream()
                        .map(one -> one.equals(change) ? half : one)
                        .toList()));
    }

    private String id() {
        return option.option().id();
    }
}
