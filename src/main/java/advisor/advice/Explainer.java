package advisor.advice;

import advisor.advice.Counterfactual.Change;
import advisor.catalog.Catalog;
import advisor.engine.RuleBook;
import advisor.engine.trace.RuleTrace;
import advisor.engine.trace.RuleTraces;
import advisor.model.Candidate;
import advisor.model.Finding;
import advisor.model.Ids;
import advisor.model.Parameters;
import advisor.model.Request;
import advisor.model.Text;
import advisor.sizing.MemoryDerivation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Explains the verdict on one option, and proves what would change it by running the changed request. */
public final class Explainer {
    private static final int MOST_PAIRS = 60;
    private static final int MOST_HALVINGS = 8;

    private final Catalog catalog;
    private final RuleBook rules;
    private final Map<String, String> fields;
    private final LocalDate today;
    private final Map<Map<String, String>, Advice> advices = new HashMap<>();

    /**
     * @param fields the request as it was filled in
     * @param today the as-of date if it names none
     */
    public Explainer(Catalog catalog, RuleBook rules, Map<String, String> fields, LocalDate today) {
        this.catalog = catalog;
        this.rules = rules;
        this.fields = new TreeMap<>(fields);
        this.today = today;
    }

    /**
     * Explains an option.
     *
     * @param precision id of the format that is meant; {@code null} for the best
     * @throws advisor.catalog.UnknownNameException if the catalog has no such option
     * @throws BadRequestException if the request is faulty, or the option is not judged in that format
     */
    public Explanation explain(String option, @Nullable String precision) {
        catalog.option(option);
        Request request = new RequestForm(fields).request(today);
        Assessment assessment = new Advisor(catalog, rules).assess(request);
        OptionVerdict found = verdict(assessment.advice(), option);
        Verdict verdict = chosen(found, precision);
        RuleTraces traces = new RuleTraces(rules, assessment.judgement(), request.lens(), request.asOf());
        List<RuleTrace> outcomes = traces.of(verdict.candidate());
        return new Explanation(
                assessment.advice(),
                found,
                verdict,
                outcomes,
                memoryDerivation(catalog, assessment.advice()).of(verdict.candidate()),
                OpenPoint.of(verdict, outcomes),
                catalog.sources(),
                blockerSets(found),
                counterfactuals(request, found));
    }

    /** How the memory of an advice's candidates was calculated. */
    public static MemoryDerivation memoryDerivation(Catalog catalog, Advice advice) {
        Request request = advice.request();
        Parameters parameters = Parameters.of(new Overrides(catalog, request).parameters());
        return new MemoryDerivation(
                request, advice.model(), parameters, catalog.engines().values());
    }

    private static OptionVerdict verdict(Advice advice, String option) {
        return advice.verdicts().stream()
                .filter(verdict -> verdict.option().id().equals(option))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Verdict> all(OptionVerdict option) {
        return Stream.concat(Stream.of(option.best()), option.variants().stream());
    }

    private static Verdict chosen(OptionVerdict option, @Nullable String precision) {
        return all(option)
                .filter(verdict -> precision == null
                        || Ids.of(verdict.candidate().precision()).equals(precision))
                .findFirst()
                .orElseThrow(() -> new BadRequestException(List.of(new Text(
                        "The precision (%s) is none in which the option is judged: %s."
                                .formatted(precision, formats(option)),
                        "该方案没有以精度（%s）评判，可选：%s。".formatted(precision, formats(option))))));
    }

    private static String formats(OptionVerdict option) {
        return all(option)
                .map(verdict -> Ids.of(verdict.candidate().precision()))
                .collect(Collectors.joining(", "));
    }

    /** Of the sets of blockers that keep out each format, those that hold no other. */
    private static List<Set<String>> blockerSets(OptionVerdict option) {
        List<Set<String>> sets = all(option)
                .map(verdict -> (Set<String>) verdict.reasons(Finding.Kind.BLOCKER).stream()
                        .map(reason -> reason.rule().id())
                        .collect(Collectors.toCollection(TreeSet::new)))
                .distinct()
                .toList();
        return sets.stream()
                .filter(set -> sets.stream().noneMatch(other -> other != set && set.containsAll(other)))
                .sorted(Comparator.<Set<String>>comparingInt(Set::size).thenComparing(Set::toString))
                .toList();
    }

    private List<Counterfactual> counterfactuals(Request request, OptionVerdict option) {
        List<Candidate> candidates = all(option).map(Verdict::candidate).toList();
        List<Change> levers = Levers.of(request, candidates);
        List<Counterfactual> found = new ArrayList<>();
        for (Change change : levers) {
            boolean known = found.stream()
                    .anyMatch(other -> other.changes().get(0).field().equals(change.field()));
            if (!known) {
                lifted(option, List.of(change))
                        .map(counterfactual -> smallest(option, counterfactual))
                        .ifPresent(found::add);
            }
        }
        return found.isEmpty() && !option.stance().viable() ? pairs(option, levers) : found;
    }

    /** The change of a quantity, made smaller until half of it does not suffice. */
    private Counterfactual smallest(OptionVerdict option, Counterfactual found) {
        Counterfactual smallest = found;
        for (int i = 0; i < MOST_HALVINGS; i++) {
            Change half = Quantity.half(smallest.changes().get(0));
            Optional<Counterfactual> lifted = half == null ? Optional.empty() : lifted(option, List.of(half));
            if (lifted.isEmpty()) {
                return smallest;
            }
            smallest = lifted.get();
        }
        return new Counterfactual(smallest.changes(), smallest.stance(), smallest.score(), false);
    }

    /** Two changes together, where none alone admits the option. */
    private List<Counterfactual> pairs(OptionVerdict option, List<Change> levers) {
        List<Counterfactual> found = new ArrayList<>();
        int tried = 0;
        for (int i = 0; i < levers.size(); i++) {
            for (int j = i + 1; j < levers.size() && tried < MOST_PAIRS; j++) {
                if (!levers.get(i).field().equals(levers.get(j).field())) {
                    tried++;
                    lifted(option, List.of(levers.get(i), levers.get(j))).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    /** What becomes of the option under changes, if that is better. */
    private Optional<Counterfactual> lifted(OptionVerdict option, List<Change> changes) {
        Verdict after = verdict(advise(changes), option.option().id()).best();
        if (after.stance().compareTo(option.stance()) >= 0) {
            return Optional.empty();
        }
        return Optional.of(new Counterfactual(changes, after.stance(), after.score(), true));
    }

    private Advice advise(List<Change> changes) {
        Map<String, String> changed = new TreeMap<>(fields);
        changes.forEach(change -> changed.put(change.field(), change.to()));
        return advices.computeIfAbsent(
                changed, form -> new Advisor(catalog, rules).advise(new RequestForm(form).request(today)));
    }
}
