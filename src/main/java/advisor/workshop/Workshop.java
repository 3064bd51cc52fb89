package advisor.workshop;

import advisor.advice.Advisor;
import advisor.advice.Assessment;
import advisor.advice.Evidence;
import advisor.catalog.Catalog;
import advisor.request.Question;
import advisor.rules.RuleBook;
import advisor.rules.session.Patience;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Runs scenarios with one rule book over one catalog. Safe for several threads. */
public final class Workshop {
    /** The day of a scenario that names none: always the same. */
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final Catalog catalog;
    private final RuleBook rules;
    private final Advisor advisor;
    private final List<Scenario> scenarios;

    public Workshop(Catalog catalog, RuleBook rules, List<Scenario> scenarios) {
        this(catalog, rules, new Advisor(catalog, rules), scenarios);
    }

    private Workshop(Catalog catalog, RuleBook rules, Advisor advisor, List<Scenario> scenarios) {
        this.catalog = catalog;
        this.rules = rules;
        this.advisor = advisor;
        this.scenarios = List.copyOf(scenarios);
    }

    /** The same over other scenarios: what was laid out before is not again. */
    public Workshop over(List<Scenario> others) {
        return new Workshop(catalog, rules, advisor, others);
    }

    /** The same, whose judgements stop when nobody waits for them any longer. */
    public Workshop within(Patience patience) {
        RuleBook own = rules.within(patience);
        return new Workshop(catalog, own, advisor.withRules(own), scenarios);
    }

    public RuleBook rules() {
        return rules;
    }

    Catalog catalog() {
        return catalog;
    }

    public List<Scenario> scenarios() {
        return scenarios;
    }

    /** What comes of a request. It takes megabytes. */
    Assessment run(Map<String, String> request) {
        return advisor.assess(Question.of(request, DAY));
    }

    /** What is known of a request before anything is sized. */
    Advisor.Known known(Map<String, String> request) {
        return advisor.known(Question.of(request, DAY));
    }

    /** What a request is judged on, by these rules or by others. It takes megabytes. */
    Evidence evidence(Map<String, String> request) {
        return advisor.evidence(Question.of(request, DAY));
    }

    /** What comes of a request that asks for nothing but a model of the catalog. */
    Assessment smoke() {
        return run(Map.of("model", catalog.models().firstKey()));
    }

    /** Shows one assessment for each request that differs, in the order of the scenarios. */
    void each(Consumer<Assessment> visitor) {
        inTurn(scenarios.stream().map(Scenario::request).distinct().toList(), this::run, visitor);
    }

    /** Several are worked on at once; what comes of each is shown in their order on the calling thread, and not kept. */
    static <T, R> void inTurn(List<T> all, Function<T, R> work, Consumer<R> visitor) {
        int atOnce = 2 * Runtime.getRuntime().availableProcessors();
        for (int from = 0; from < all.size(); from += atOnce) {
            all.subList(from, Math.min(from + atOnce, all.size())).parallelStream()
                    .map(work)
                    .toList()
                    .forEach(visitor);
        }
    }
}
