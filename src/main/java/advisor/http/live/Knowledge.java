package advisor.http.live;

import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.catalog.Catalog;
import advisor.request.Question;
import advisor.rules.RuleBook;
import advisor.rules.session.Patience;
import advisor.workshop.TestBench;
import java.util.function.Supplier;

/**
 * What one request is answered from. Immutable: a request that has begun ends with what it began with.
 *
 * @param study what the scenarios tell of these rules; it is dropped with them
 * @param last what was judged last, by these rules and from this catalog
 */
public record Knowledge(Catalog catalog, RuleBook rules, Advisor advisor, RuleStudy study, LastAdvices last) {

    static Knowledge of(Catalog catalog, RuleBook rules, TestBench bench) {
        return new Knowledge(
                catalog, rules, new Advisor(catalog, rules), new RuleStudy(catalog, rules, bench), new LastAdvices());
    }

    /** The same for one call: its judgements stop when nobody waits for it any longer. */
    public Knowledge within(Patience patience) {
        RuleBook own = rules.within(patience);
        return new Knowledge(catalog, own, advisor.withRules(own), study, last);
    }

    /** The advice on a question; one that was asked just before is not judged again. */
    public Advice advice(Question question, Supplier<Advice> judged) {
        return last.on(question).orElseGet(() -> {
            Advice advice = judged.get();
            last.keep(question, advice);
            return advice;
        });
    }

    /** Whether others would answer nothing otherwise. */
    boolean holds(Catalog otherCatalog, RuleBook otherRules, TestBench bench) {
        return catalog.equals(otherCatalog)
                && rules.sha256().equals(otherRules.sha256())
                && study.bench().equals(bench);
    }
}
