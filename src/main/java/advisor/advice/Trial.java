package advisor.advice;

import advisor.catalog.Catalog;
import advisor.facts.Candidate;
import advisor.facts.Comparison;
import advisor.facts.Request;
import advisor.facts.RuleFacts;
import advisor.facts.model.LanguageModel;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.ExportClass;
import advisor.facts.offer.OptionKind;
import advisor.facts.unit.Parameter;
import advisor.facts.unit.Parameters;
import advisor.rules.RuleBook;
import advisor.rules.session.Judgement;
import advisor.sizing.cost.Comparisons;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
     */
    public record Matter(
            Request request, LanguageModel model, List<Parameter> parameters, List<Candidate> candidates) {}

    public static Trial of(Matter matter, Catalog catalog, RuleBook rules) {
        Request request = matter.request();
        List<Candidate> candidates = matter.candidates();
        List<Comparison> comparisons = new Comparisons(request, candidates).all();
        Judgement judgement = rules.judge(facts(matter, comparisons, catalog), request.lens(), request.asOf());
        Reasons reasons = Reasons.of(
                judgement,
                new Claims(rules, request.lens(), judgement.facts()),
                citation -> catalog.published(citation, request.asOf()));
        return new Trial(candidates, comparisons, judgement, reasons, Scale.of(Parameters.of(matter.parameters())));
    }

    private static Collection<Object> facts(Matter matter, List<Comparison> comparisons, Catalog catalog) {
        Request request = matter.request();
        Set<String> parts = matter.candidates().stream()
                .map(candidate -> candidate.accelerator().id())
                .collect(Collectors.toSet());
        List<ExportClass> classes = catalog.exportClasses(parts, matter.parameters(), request.asOf());
        return new RuleFacts(
                        request,
                        matter.model(),
                        matter.parameters(),
                        catalog.accelerators().values(),
                        catalog.exportStatuses(request, classes),
                        catalog.providerStatuses(rented(matter), classes, request.asOf()),
                        catalog.countryStatuses(request),
                        classes,
                        matter.candidates(),
                        comparisons)
                .all();
    }

    private static List<DeploymentOption> rented(Matter matter) {
        return matter.candidates().stream()
                .map(Candidate::option)
                .filter(option -> option.kind() == OptionKind.RENTAL)
                .toList();
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

    /** The option that comes first, in the format that is chosen of it; its reasons stand in no order. */
    public Verdict leader() {
        Map<String, List<Verdict>> byOption = new HashMap<>();
        for (Candidate candidate : candidates) {
            byOption.computeIfAbsent(candidate.option().id(), id -> new ArrayList<>())
                    .add(Verdict.unsorted(candidate, reasons.on(candidate), scale));
        }
        return byOption.values().stream()
                .map(formats -> Collections.min(formats, FormatChoice.bestFirst(formats)))
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
                .peek(verdicts -> verdicts.sort(FormatChoice.bestFirst(List.copyOf(verdicts))))
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
