package advisor.advice.change;

import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.advice.Assessment;
import advisor.advice.OptionVerdict;
import advisor.advice.Overrides;
import advisor.advice.Verdict;
import advisor.advice.change.Counterfactual.Change;
import advisor.advice.hole.HoleSearch;
import advisor.advice.survey.Provenance;
import advisor.advice.survey.Provenances;
import advisor.catalog.Catalog;
import advisor.facts.Candidate;
import advisor.facts.MemoryPart;
import advisor.facts.Request;
import advisor.facts.SpeedBasis;
import advisor.facts.machine.Engine;
import advisor.facts.unit.Formula;
import advisor.facts.unit.Money;
import advisor.facts.unit.Parameters;
import advisor.request.BadRequestException;
import advisor.request.LeverScope;
import advisor.request.Question;
import advisor.rules.RuleBook;
import advisor.rules.RuleTraces;
import advisor.rules.explain.RuleTrace;
import advisor.sizing.cost.Asked;
import advisor.sizing.cost.PowerSizing;
import advisor.sizing.memory.MemorySizing;
import advisor.text.Ids;
import advisor.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Explains the verdict on one option, and proves what would change it by running the changed request. */
public final class Explainer {
    private static final int FEW = 8;

    private final Catalog catalog;
    private final RuleBook rules;
    private final Advisor advisor;
    private final Question question;
    private @Nullable Assessment assessed;

    /** @param advisor which may have sized much before */
    public Explainer(Advisor advisor, Question question) {
        this.advisor = advisor.knowing(question);
        this.catalog = this.advisor.catalog();
        this.rules = this.advisor.rules();
        this.question = question;
    }

    /**
     * The verdict on an option among all.
     *
     * @param precision id of the format that is meant; {@code null} for the best
     * @throws advisor.text.UnknownNameException if the catalog has no such option
     * @throws BadRequestException if the request is faulty, or the option is not judged in that format
     */
    public Judged judged(String option, @Nullable String precision) {
        catalog.option(option);
        Advice advice = assessment().advice();
        OptionVerdict found = advice.verdict(option);
        return new Judged(advice, found, chosen(found, precision));
    }

    /** Explains an option: its verdict, as {@link #judged} tells it, with all that it rests on. */
    public Explanation explain(String option, @Nullable String precision) {
        Judged judged = judged(option, precision);
        Assessment assessment = assessment();
        Request request = assessment.advice().request();
        Verdict verdict = judged.verdict();
        RuleTraces traces = new RuleTraces(rules, assessment.judgement(), request.lens(), request.asOf());
        List<RuleTrace> outcomes = traces.of(verdict.candidate());
        return new Explanation(
                HoleSearch.searched(assessment.advice(), catalog, rules, advisor.sizings(assessment.advice())),
                judged.option(),
                verdict,
                outcomes,
                memory(catalog, assessment.advice(), verdict.candidate()),
                PowerSizing.formulas(verdict.candidate(), parameters(catalog, request)),
                speed(catalog, assessment.advice(), verdict.candidate()),
                provenances(catalog, assessment.advice(), verdict.candidate()),
                OpenPoint.of(verdict, outcomes),
                catalog.sources());
    }

    /**
     * Looks for what would lift the stance of an option, by running changed requests and offers; of the first for what would
     * put another in its place.
     *
     * @throws advisor.text.UnknownNameException if the catalog has no such option
     * @throws BadRequestException if the request is faulty
     */
    public Changes changes(String option) {
        catalog.option(option);
        Assessment assessment = assessment();
        OptionVerdict found = assessment.advice().verdict(option);
        if (Changes.isFirst(found)) {
            List<Toppled> toppled = new Toppling(heard(), question, assessment.advice()).found();
            return new Changes(found, List.of(), Map.of(), false, toppled);
        }
        ChangeSearch search =
                search(assessment, Set.of()).apply(new Searched(found, levers(assessment.advice(), found)));
        return new Changes(found, search.found(), search.lifters(), search.cutOff());
    }

    /**
     * For each rejected option, by its id, the nearest change of the request alone that lifts it, if there is one. To wait
     * for a later day is none.
     */
    public Map<String, Counterfactual> nearestChanges() {
        Assessment assessment = assessment();
        Advice advice = assessment.advice();
        Map<String, Counterfactual> nearest = new TreeMap<>();
        searched(
                        assessment,
                        advice.rejected(),
                        option -> requestLevers(advice.told(), option, List.of()),
                        ChangeSearch::nearest)
                .forEach((option, found) -> found.ifPresent(change -> nearest.put(option, change)));
        return nearest;
    }

    /** For some options of an assessment, by their ids, what would lift the stance of each. */
    public Map<String, List<Counterfactual>> counterfactuals(Assessment assessment, List<OptionVerdict> options) {
        return searched(assessment, options, option -> levers(assessment.advice(), option), ChangeSearch::found);
    }

    private synchronized Assessment assessment() {
        Assessment known = assessed == null ? advisor.assess(question.request()) : assessed;
        assessed = known;
        return known;
    }

    /** What is looked for of one option, and by which levers. */
    private record Searched(OptionVerdict option, List<Lever> levers) {}

    private <T> Map<String, T> searched(
            Assessment assessment,
            List<OptionVerdict> options,
            Function<OptionVerdict, List<Lever>> levers,
            Function<ChangeSearch, T> found) {
        List<Searched> all = options.parallelStream()
                .map(option -> new Searched(option, levers.apply(option)))
                .toList();
        Function<Searched, ChangeSearch> search = search(
                assessment, Lever.shared(all.stream().map(Searched::levers).toList()));
        Map<String, T> results = new ConcurrentHashMap<>();
        all.parallelStream().forEach(one -> results.put(one.option().option().id(), found.apply(search.apply(one))));
        return results;
    }

    /** Notes lift and topple nothing, so no trial asks for them. */
    private Advisor heard() {
        return advisor.withRules(rules.withoutNotes());
    }

    /** @param shared changes that will be tried for many options */
    private Function<Searched, ChangeSearch> search(Assessment assessment, Set<Change> shared) {
        Trials trials =
                new Trials(heard(), question, shared, best(assessment.advice().viable()));
        return one -> new ChangeSearch(
                trials, one.option(), one.levers(), assessment.judgement().facts());
    }

    /** The best and the cheapest. */
    private static Set<String> best(List<OptionVerdict> viable) {
        Stream<OptionVerdict> cheapest = viable.stream()
                .sorted(Comparator.comparing(
                        option -> option.best().candidate().cost().likelyTotal(),
                        Comparator.nullsLast(Comparator.naturalOrder())))
                .limit(FEW);
        return Stream.concat(viable.stream().limit(FEW), cheapest)
                .map(option -> option.option().id())
                .collect(Collectors.toSet());
    }

    /** How each line of the memory of an advice's candidate was calculated. */
    public static Map<MemoryPart, Formula> memory(Catalog catalog, Advice advice, Candidate candidate) {
        Request request = advice.request();
        String id = candidate.plan().engine();
        Engine engine = id == null ? null : catalog.engines().get(id);
        return new MemorySizing(request, advice.model(), parameters(catalog, request))
                .formulas(candidate, engine == null ? null : engine.memory());
    }

    /** What the speed of an advice's candidate rests on. */
    public static SpeedBasis speed(Catalog catalog, Advice advice, Candidate candidate) {
        return SpeedBasis.of(catalog.engines().values(), advice.model(), candidate, advice.request());
    }

    /** How the figures of an advice's candidate were come by. */
    public static Map<String, Provenance> provenances(Catalog catalog, Advice advice, Candidate candidate) {
        return Provenances.onMachine(
                advice.model(), candidate, catalog.engines(), advice.request(), speed(catalog, advice, candidate));
    }

    private List<Lever> levers(Advice advice, OptionVerdict option) {
        Request request = advice.request();
        Collection<LocalDate> laterDays = new LaterDays(catalog, request, option.option()).with(rules);
        List<Lever> levers = new ArrayList<>(requestLevers(advice.told(), option, laterDays));
        Money rate = new Asked(option.option().rates(), request, parameters(catalog, request))
                .amount()
                .orElse(null);
        levers.addAll(OfferLevers.of(request, candidates(option), rate, usual(advice)));
        return levers;
    }

    private List<Lever> requestLevers(Request request, OptionVerdict option, Collection<LocalDate> laterDays) {
        return RequestLevers.of(new LeverScope(request, candidates(option), parameters(catalog, request), laterDays));
    }

    private static List<Candidate> candidates(OptionVerdict option) {
        return option.all().stream().map(Verdict::candidate).toList();
    }

    private static Parameters parameters(Catalog catalog, Request request) {
        return Parameters.of(new Overrides(catalog, request).parameters());
    }

    /** What the best machine to buy costs; {@code null} if none is viable. */
    private static @Nullable Money usual(Advice advice) {
        return advice.viable().stream()
                .map(verdict -> verdict.best().candidate())
                .filter(candidate -> candidate.option().purchased())
                .flatMap(candidate -> Stream.ofNullable(candidate.cost().likelyOutlay()))
                .findFirst()
                .orElse(null);
    }

    private static Verdict chosen(OptionVerdict option, @Nullable String precision) {
        return option.all().stream()
                .filter(verdict -> precision == null
                        || Ids.of(verdict.candidate().precision()).equals(precision))
                .findFirst()
                .orElseThrow(() -> BadRequestException.of(
                        "format",
                        new Text(
                                "The precision (%s) is none in which the option is judged: %s."
                                        .formatted(precision, formats(option)),
                                "该方案没有以精度（%s）评判，可选：%s。".formatted(precision, formats(option)))));
    }

    private static String formats(OptionVerdict option) {
        return option.all().stream()
                .map(verdict -> Ids.of(verdict.candidate().precision()))
                .collect(Collectors.joining(", "));
    }
}
