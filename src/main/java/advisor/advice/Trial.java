package advisor.advice;

import advisor.catalog.Catalog;
import advisor.facts.Candidate;
import advisor.facts.Comparison;
import advisor.facts.Request;
import advisor.facts.RuleFacts;
import advisor.facts.model.LanguageModel;
import advisor.facts.model.Precision;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.ExportClass;
import advisor.facts.unit.Parameter;
import advisor.facts.unit.Parameters;
import advisor.rules.RuleBook;
import advisor.rules.session.Judgement;
import advisor.sizing.cost.Comparisons;
import advisor.sizing.plan.Candidates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** One hearing of options: sized, compared, judged and ranked. */
public final class Trial {
    private final List<Candidate> candidates;
    private final List<Comparison> comparisons;
    private final Judgement judgement;
    private final Reasons reasons;
    private final Scale scale;

    private Trial(
            List<Candidate> candidates,
            List<Comparison> comparisons,
            Judgement judgement,
            Reasons reasons,
            Scale scale) {
        this.candidates = candidates;
        this.comparisons = comparisons;
        this.judgement = judgement;
        this.reasons = reasons;
        this.scale = scale;
    }

    /**
     * What is judged, and under which figures.
     *
     * @param parameters in force, as the request sets them
     * @param options to judge, each in the formats that satisfy its predicate
     * @param sizing of the candidates
     */
    public record Matter(
            Request request,
            LanguageModel model,
            List<Parameter> parameters,
            Map<DeploymentOption, Predicate<Precision>> options,
            Candidates sizing) {}

    public static Trial of(Matter matter, Catalog catalog, RuleBook rules) {
        Request request = matter.request();
        Parameters parameters = Parameters.of(matter.parameters());
        List<Candidate> candidates = matter.options().entrySet().stream()
                .flatMap(option -> matter.sizing().of(option.getKey(), option.getValue()).stream())
                .toList();
        List<Comparison> comparisons = new Comparisons(request, candidates).all();
        Judgement judgement =
                rules.judge(facts(matter, candidates, comparisons, catalog), request.lens(), request.asOf());
        Reasons reasons = Reasons.of(
                judgement,
                new Claims(rules, request.lens(), judgement.facts()),
                citation -> catalog.published(citation, request.asOf()));
        return new Trial(candidates, comparisons, judgement, reasons, Scale.of(parameters));
    }

    private static Collection<Object> facts(
            Matter matter, List<Candidate> candidates, List<Comparison> comparisons, Catalog catalog) {
        Request request = matter.request();
        List<ExportClass> classes = catalog.exportClasses(matter.parameters(), request.asOf());
        return new RuleFacts(
                        request,
                        matter.model(),
                        matter.parameters(),
                        catalog.accelerators().values(),
                        catalog.exportStatuses(request, classes),
                        catalog.countryStatuses(request),
                        classes,
                        candidates,
                        comparisons)
                .all();
    }

    List<Comparison> comparisons() {
        return comparisons;
    }

    Judgement judgement() {
        return judgement;
    }

    /** Reasons that concern no single option. */
    List<Reason> notes() {
        return reasons.onRequest();
    }

    /** What comes first of all; its reasons stand in no order. */
    public Verdict first() {
        return candidates.stream()
                .map(candidate -> Verdict.unsorted(candidate, reasons.on(candidate), scale))
                .min(Verdict.BEST_FIRST)
                .orElseThrow();
    }

    /** Every option, best first. */
    public List<OptionVerdict> ranked() {
        Map<String, List<Verdict>> byOption = new TreeMap<>();
        for (Candidate candidate : candidates) {
            byOption.computeIfAbsent(candidate.option().id(), id -> new ArrayList<>())
                    .add(Verdict.of(candidate, reasons.on(candidate), scale));
        }
        List<List<Verdict>> options = byOption.values().stream()
                .peek(verdicts -> verdicts.sort(FormatChoice.BEST_FIRST))
                .sorted(Comparator.comparing(verdicts -> verdicts.get(0), Verdict.BEST_FIRST))
                .toList();
        List<OptionVerdict> ranked = new ArrayList<>();
        for (List<Verdict> verdicts : options) {
            ranked.add(new OptionVerdict(
                    ranked.size() + 1, verdicts.get(0), List.copyOf(verdicts.subList(1, verdicts.size()))));
        }
        return ranked;
    }
}
