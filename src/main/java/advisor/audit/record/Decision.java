package advisor.audit.record;

import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.advice.Assessment;
import advisor.advice.change.Explainer;
import advisor.advice.hole.HoleSearch;
import advisor.advice.survey.Alternatives;
import advisor.advice.survey.SensitivityAnalysis;
import advisor.catalog.Catalog;
import advisor.facts.Request;
import advisor.request.Question;
import advisor.rules.RuleBook;
import advisor.rules.RuleTraces;
import advisor.sizing.plan.Sizings;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A question, what it was answered from, and the answer. */
public final class Decision {
    private final Question question;
    private final Advisor advisor;
    private final Assessment assessment;

    private Decision(Question question, Advisor advisor, Assessment assessment) {
        this.question = question;
        this.advisor = advisor;
        this.assessment = assessment;
    }

    /**
     * Judges every option of the catalog.
     *
     * @throws advisor.text.UnknownNameException if the catalog has no such model
     * @throws advisor.request.BadRequestException if the request is faulty
     */
    public static Decision of(Question question, Catalog catalog, RuleBook rules) {
        Advisor asked = new Advisor(catalog, rules);
        Advisor advisor = asked.knowing(question);
        Catalog known = advisor.catalog();
        Assessment assessment = advisor.assess(question);
        Advice judged = assessment.advice();
        CompletableFuture<Advice> cheaper =
                CompletableFuture.supplyAsync(() -> new Alternatives(asked.told(question), judged).added());
        Sizings sizings = advisor.sizings(judged);
        CompletableFuture<Advice> searched =
                CompletableFuture.supplyAsync(() -> HoleSearch.searched(judged, known, rules, sizings));
        Advice analysed = SensitivityAnalysis.sharing(sizings, known, rules).analysed(judged);
        Advice advice = joined(cheaper)
                .with(analysed.sensitivity())
                .withHoles(joined(searched).holes());
        return new Decision(question, asked, new Assessment(advice, assessment.judgement()));
    }

    /** What another thread found; throws what it threw. */
    private static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    public Advice advice() {
        return assessment.advice();
    }

    Assessment assessment() {
        return assessment;
    }

    Question question() {
        return question;
    }

    Catalog catalog() {
        return advisor.catalog();
    }

    RuleBook rules() {
        return advisor.rules();
    }

    RuleTraces traces() {
        Request request = advice().request();
        return new RuleTraces(rules(), assessment.judgement(), request.lens(), request.asOf());
    }

    /** Tells for any option what would lift its stance, by running changed requests. */
    Explainer explainer() {
        return new Explainer(advisor, question);
    }
}
