package advisor.advice;

import advisor.catalog.Catalog;
import advisor.engine.Judgement;
import advisor.engine.RuleBook;
import advisor.model.Candidate;
import advisor.model.Comparison;
import advisor.model.Fingerprint;
import advisor.model.LanguageModel;
import advisor.model.ModelFacts;
import advisor.model.Parameter;
import advisor.model.Parameters;
import advisor.model.Request;
import advisor.model.Text;
import advisor.sizing.Candidates;
import advisor.sizing.Comparisons;
import advisor.sizing.ModelSizing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Answers requests from one catalog and one rule book. Immutable, and safe for several threads. */
public final class Advisor {
    private final Catalog catalog;
    private final RuleBook rules;

    public Advisor(Catalog catalog, RuleBook rules) {
        this.catalog = catalog;
        this.rules = rules;
    }

    /**
     * Judges every option of the catalog.
     *
     * @throws advisor.catalog.UnknownNameException if the catalog has no such model
     * @throws BadRequestException if the as-of date lies before all that the catalog knows, or if the request assumes
     *     what it may not
     */
    public Advice advise(Request request) {
        return assess(request).advice();
    }

    /**
     * As {@link #advise(Request)}, with what the rules looked at.
     *
     * @throws advisor.catalog.UnknownNameException if the catalog has no such model
     * @throws BadRequestException as for the advice
     */
    public Assessment assess(Request request) {
        return assess(request, ModelSizing.completed(catalog.model(request.model())), catalog.sha256());
    }

    /**
     * Judges every option of the catalog for a model that the catalog does not have.
     *
     * @throws BadRequestException if the as-of date lies before all that the catalog knows
     */
    public Advice advise(Request request, ModelFacts described) {
        LanguageModel model = ModelSizing.languageModel(described);
        return assess(request.withModel(model.id()), model, Fingerprint.of(catalog.sha256(), described.sha256()))
                .advice();
    }

    private Assessment assess(Request request, LanguageModel model, String knowledgeSha256) {
        refuseBefore(catalog.begins(), request.asOf());
        List<Parameter> inForce = new Overrides(catalog, request).parameters();
        Parameters parameters = Parameters.of(inForce);
        List<Candidate> candidates = candidates(request, model, parameters);
        List<Comparison> comparisons = new Comparisons(request, candidates).all();
        Collection<Object> facts = facts(request, model, candidates, comparisons, inForce);
        Judgement judgement = rules.judge(facts, request.lens(), request.asOf());
        Reasons reasons = Reasons.of(judgement);
        Advice advice = new Advice(
                DecisionId.of(request, rules.sha256(), knowledgeSha256),
                request,
                model,
                rules.sha256(),
                rules.rules().size(),
                catalog.sha256(),
                reasons.onRequest(),
                judgement.errors(),
                comparisons,
                ranked(candidates, reasons, Scale.of(parameters)));
        return new Assessment(advice, judgement);
    }

    private static void refuseBefore(LocalDate begins, LocalDate asOf) {
        if (asOf.isBefore(begins)) {
            throw new BadRequestException(List.of(new Text(
                    "The as-of (%s) must not be before %s, when the catalog's figures begin.".formatted(asOf, begins),
                    "as-of（%s）不得早于 %s：目录数据自该日起。".formatted(asOf, begins))));
        }
    }

    private List<Candidate> candidates(Request request, LanguageModel model, Parameters parameters) {
        Candidates candidates = new Candidates(request, model, catalog.engines().values(), parameters);
        return catalog.options().values().stream()
                .flatMap(option -> candidates.of(option).stream())
                .toList();
    }

    private Collection<Object> facts(
            Request request,
            LanguageModel model,
            List<Candidate> candidates,
            List<Comparison> comparisons,
            List<Parameter> parameters) {
        List<Object> facts = new ArrayList<>();
        facts.add(request);
        facts.add(model);
        facts.addAll(parameters);
        facts.addAll(catalog.accelerators().values());
        String jurisdiction = request.jurisdiction();
        if (jurisdiction != null) {
            facts.addAll(catalog.exportStatuses(jurisdiction, request.buyer(), request.asOf()));
        }
        facts.addAll(candidates);
        facts.addAll(comparisons);
        return facts;
    }

    private static List<OptionVerdict> ranked(List<Candidate> candidates, Reasons reasons, Scale scale) {
        Map<String, List<Verdict>> byOption = new TreeMap<>();
        for (Candidate candidate : candidates) {
            byOption.computeIfAbsent(candidate.option().id(), id -> new ArrayList<>())
                    .add(Verdict.of(candidate, reasons.on(candidate), scale));
        }
        List<List<Verdict>> options = byOption.values().stream()
                .peek(verdicts -> verdicts.sort(Verdict.BEST_FIRST))
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
