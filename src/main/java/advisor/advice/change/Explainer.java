package advisor.advice.change;

import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.advice.Assessment;
import advisor.advice.OptionVerdict;
import advisor.advice.Overrides;
import advisor.advice.Verdict;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Explains the verdict on one option, and proves what would change it by running the changed request. */
public final class Explainer {
    private final Catalog catalog;
    private final RuleBook rules;
    private final Advisor advisor;
    private final Question question;
    private final Trials trials;

    /** @param advisor which may have sized much before */
    public Explainer(Advisor advisor, Question question) {
        this.advisor = advisor.knowing(question);
        this.catalog = this.advisor.catalog();
        this.rules = this.advisor.rules();
        this.question = question;
        this.trials = new Trials(catalog, rules, question);
    }

    /**
     * Explains an option.
     *
     * @param precision id of the format that is meant; {@code null} for the best
     * @throws advisor.text.UnknownNameException if the catalog has no such option
     * @throws BadRequestException if the request is faulty, or the option is not judged in that format
     */
    public Explanation explain(String option, @Nullable String precision) {
        catalog.option(option);
        Assessment assessment = assessment();
        Request request = assessment.advice().request();
        OptionVerdict found = assessment.advice().verdict(option);
        Verdict verdict = chosen(found, precision);
        RuleTraces traces = new RuleTraces(rules, assessment.judgement(), request.lens(), request.asOf());
        List<RuleTrace> outcomes = traces.of(verdict.candidate());
        return new Explanation(
                HoleSearch.searched(assessment.advice(), catalog, rules, advisor.sizings(assessment.advice())),
                found,
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
            List<Toppled> toppled = new Toppling(advisor, question, assessment.advice()).found();
            return new Changes(found, List.of(), Map.of(), false, toppled);
        }
        ChangeSearch search = search(assessment, found);
        return new Changes(found, search.found(), search.lifters(), search.cutOff());
    }

    /**
     * For each rejected option, by its id, the nearest change of the request alone that lifts it, if there is one. To wait
     * for a later day is none.
     */
    public Map<String, Counterfactual> nearestChanges() {
        Assessment assessment = assessment();
        Map<String, Counterfactual> nearest = new ConcurrentHashMap<>();
        assessment.advice().rejected().parallelStream().forEach(option -> nearest(assessment, option)
                .ifPresent(found -> nearest.put(option.option().id(), found)));
        return new TreeMap<>(nearest);
    }

    private Optional<Counterfactual> nearest(Assessment assessment, OptionVerdict option) {
        List<Lever> levers = requestLevers(assessment.advice().request(), option, List.of());
        return new ChangeSearch(trials, option, levers, assessment.judgement().facts()).nearest();
    }

    private Assessment assessment() {
        return advisor.assess(question.request());
    }

    /** What would lift the stance of an option of an assessment; runs are shared with other options asked for. */
    public List<Counterfactual> counterfactuals(Assessment assessment, OptionVerdict option) {
        return search(assessment, option).found();
    }

    private ChangeSearch search(Assessment assessment, OptionVerdict option) {
        Advice advice = assessment.advice();
        return new ChangeSearch(
                trials,
                option,
                levers(advice.request(), advice, option),
                assessment.judgement().facts());
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

    private List<Lever> levers(Request request, Advice advice, OptionVerdict option) {
        Collection<LocalDate> laterDays = new LaterDays(catalog, request, option.option()).with(rules);
        List<Lever> levers = new ArrayList<>(requestLevers(request, option, laterDays));
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
