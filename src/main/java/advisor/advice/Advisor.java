package advisor.advice;

import advisor.catalog.Catalog;
import advisor.facts.Candidate;
import advisor.facts.Request;
import advisor.facts.model.LanguageModel;
import advisor.facts.model.ModelFacts;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Parameter;
import advisor.facts.unit.Parameters;
import advisor.request.BadRequestException;
import advisor.request.LoadInWords;
import advisor.request.OfferOptions;
import advisor.request.Question;
import advisor.rules.RuleBook;
import advisor.sizing.cost.Outlook;
import advisor.sizing.model.ModelSizing;
import advisor.sizing.plan.Candidates;
import advisor.sizing.plan.Sizings;
import advisor.text.Fingerprint;
import advisor.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Answers requests from one catalog and one rule book. Immutable, and safe for several threads. */
public final class Advisor {
    private final Catalog catalog;
    private final RuleBook rules;
    private final Sizings sizings;
    private final Map<String, LanguageModel> completed;

    public Advisor(Catalog catalog, RuleBook rules) {
        this(catalog, rules, new Sizings(), new ConcurrentHashMap<>());
    }

    private Advisor(Catalog catalog, RuleBook rules, Sizings sizings, Map<String, LanguageModel> completed) {
        this.catalog = catalog;
        this.rules = rules;
        this.sizings = sizings;
        this.completed = completed;
    }

    /**
     * The same of a catalog that differs in prices, warranties and devices alone: what was laid out before is not again,
     * but on devices that are others.
     */
    public Advisor withOffers(Catalog other) {
        return new Advisor(other, rules, sizings, completed);
    }

    /** The same under other rules: what was laid out before is not again. */
    public Advisor withRules(RuleBook other) {
        return new Advisor(catalog, other, sizings, completed);
    }

    /**
     * Judges every option of the catalog.
     *
     * @throws advisor.text.UnknownNameException if the catalog has no such model
     * @throws BadRequestException if the as-of date lies before all that the catalog knows, or if the request assumes
     *     what it may not
     */
    public Advice advise(Request request) {
        return assess(request).advice();
    }

    /** As for a question, as if nobody knew of any other option than some, those that can be put together among them. */
    public Advice advise(Request request, Predicate<DeploymentOption> options) {
        LanguageModel model = completed(request.model());
        Sizings own = new Sizings();
        return composing(request, model, own)
                .assess(request, model, catalog.sha256(), own, options)
                .advice();
    }

    /**
     * As {@link #advise(Request)}, with what the rules looked at.
     *
     * @throws advisor.text.UnknownNameException if the catalog has no such model
     * @throws BadRequestException as for the advice
     */
    public Assessment assess(Request request) {
        return assess(request, completed(request.model()), catalog.sha256(), sizings, option -> true);
    }

    private LanguageModel completed(String model) {
        return completed.computeIfAbsent(model, id -> ModelSizing.completed(catalog.model(id)));
    }

    /**
     * Judges every option of the catalog for the model of a question, whether the catalog has it or something else
     * describes it.
     *
     * @throws advisor.text.UnknownNameException if the catalog has no such model
     * @throws BadRequestException as for the advice, and with every fault of the fields
     */
    public Assessment assess(Question question) {
        Request request = question.request();
        Advisor offering = offering(request);
        return question.model(id -> offering.composing(request).assess(request), described -> offering.composing(
                        request, ModelSizing.languageModel(described), new Sizings())
                .assess(request, described));
    }

    /** The same, or one whose catalog has the described model of a question in it, and the machines it tells of. */
    public Advisor told(Question question) {
        Advisor described =
                question.model(id -> this, facts -> new Advisor(catalog.with(ModelSizing.languageModel(facts)), rules));
        return described.offering(question.request());
    }

    /** As {@link #told}, with the machines that can be put together for the question. */
    public Advisor knowing(Question question) {
        return told(question).composing(question.request());
    }

    /** The same, or one that judges some options although they are of parts and suit a request less than others. */
    public Advisor judging(List<String> named) {
        Catalog with = catalog.surelyWith(named);
        return with == catalog ? this : new Advisor(with, rules, sizings, completed);
    }

    /** The same, or one whose catalog has in it what can be put together for a request. */
    private Advisor composing(Request asked) {
        return composing(asked, completed(asked.model()), sizings);
    }

    private Advisor composing(Request asked, LanguageModel model, Sizings own) {
        if (!Compositions.concern(catalog, asked)) {
            return this;
        }
        List<Parameter> inForce = new Overrides(catalog, asked).parameters();
        Request request = LoadInWords.of(asked, Parameters.of(inForce)).request();
        Candidates sizing =
                own.candidates(request, model, catalog.engines().values(), Parameters.of(inForce), Outlook.STATED);
        List<DeploymentOption> chosen =
                new Compositions(catalog, request, model.nativePrecision(), inForce).chosen(sizing);
        return new Advisor(catalog.composing(chosen), rules, sizings, completed);
    }

    /** The same, or one whose catalog has the machines of a request in it. What they share is kept in one place. */
    private Advisor offering(Request request) {
        Catalog offering = OfferOptions.added(catalog, request);
        return offering == catalog ? this : new Advisor(offering, rules, sizings, completed);
    }

    public Catalog catalog() {
        return catalog;
    }

    public RuleBook rules() {
        return rules;
    }

    private Assessment assess(Request request, ModelFacts described) {
        LanguageModel model = ModelSizing.languageModel(described);
        String knowledgeSha256 = Fingerprint.of(catalog.sha256(), described.sha256());
        return assess(request, model, knowledgeSha256, new Sizings(), option -> true);
    }

    /** Those that laid out an advice of this advisor, and may lay it out again for other prices, speeds and loads. */
    public Sizings sizings(Advice advice) {
        boolean ofCatalog = completed.get(advice.model().id()) == advice.model();
        return ofCatalog ? sizings : new Sizings();
    }

    private Assessment assess(
            Request asked,
            LanguageModel model,
            String knowledgeSha256,
            Sizings shared,
            Predicate<DeploymentOption> options) {
        refuseBefore(catalog.begins(), asked.asOf());
        // Should it fail, so will the judgement, which tells why.
        CompletableFuture.runAsync(() -> rules.prepare(asked.lens(), asked.asOf()));
        List<Parameter> inForce = new Overrides(catalog, asked).parameters();
        LoadInWords.Reckoned load = LoadInWords.of(asked, Parameters.of(inForce));
        Request request = load.request();
        Trial trial = Trial.of(evidence(request, model, inForce, shared, options), rules);
        Advice advice = new Advice(
                DecisionId.of(request, rules.sha256(), knowledgeSha256),
                request,
                load.reckoned(),
                model,
                rules.sha256(),
                rules.rules().size(),
                catalog.sha256(),
                trial.notes(),
                trial.judgement().errors(),
                trial.comparisons(),
                trial.ranked(),
                null,
                null,
                null,
                null,
                null);
        return new Assessment(advice, trial.judgement());
    }

    private Evidence evidence(
            Request request,
            LanguageModel model,
            List<Parameter> inForce,
            Sizings shared,
            Predicate<DeploymentOption> options) {
        Candidates sizing =
                shared.candidates(request, model, catalog.engines().values(), Parameters.of(inForce), Outlook.STATED);
        List<Candidate> candidates = catalog.options().values().stream()
                .filter(option -> request.asksOf(option) && options.test(option))
                .flatMap(option -> sizing.of(option).stream())
                .toList();
        return Evidence.of(new Evidence.Matter(request, model, inForce, candidates), catalog);
    }

    /**
     * What a question about a model of the catalog is judged on, by these rules or by others.
     *
     * @throws advisor.text.UnknownNameException if the catalog has no such model
     * @throws BadRequestException as for the advice, and with every fault of the fields
     */
    public Evidence evidence(Question question) {
        Advisor knowing = knowing(question);
        Known known = knowing.known(question.request());
        return knowing.evidence(known.request(), known.model(), known.parameters(), sizings, option -> true);
    }

    /** What is known of a question about a model of the catalog before anything is sized. */
    public Known known(Question question) {
        return known(question.request());
    }

    private Known known(Request asked) {
        refuseBefore(catalog.begins(), asked.asOf());
        List<Parameter> inForce = new Overrides(catalog, asked).parameters();
        return new Known(LoadInWords.of(asked, Parameters.of(inForce)).request(), completed(asked.model()), inForce);
    }

    /** @param parameters in force, as the request sets them */
    public record Known(Request request, LanguageModel model, List<Parameter> parameters) {}

    private static void refuseBefore(LocalDate begins, LocalDate asOf) {
        if (asOf.isBefore(begins)) {
            throw BadRequestException.of(
                    "as-of",
                    new Text(
                            "The as-of (%s) must not be before %s, when the catalog's figures begin."
                                    .formatted(asOf, begins),
                            "as-of（%s）不得早于 %s：目录数据自该日起。".formatted(asOf, begins)));
        }
    }
}
