package advisor.workshop;

import advisor.advice.Advisor;
import advisor.advice.Assessment;
import advisor.catalog.Catalog;
import advisor.request.Question;
import advisor.rules.RuleBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Runs scenarios with one rule book over one catalog; equal requests are run once. Safe for several threads. */
public final class Workshop {
    /** The day of a scenario that names none: always the same. */
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final Catalog catalog;
    private final RuleBook rules;
    private final Advisor advisor;
    private final List<Scenario> scenarios;
    private final Map<SortedMap<String, String>, Assessment> assessments = new ConcurrentHashMap<>();

    public Workshop(Catalog catalog, RuleBook rules, List<Scenario> scenarios) {
        this(new Advisor(catalog, rules), scenarios);
    }

    private Workshop(Advisor advisor, List<Scenario> scenarios) {
        this.catalog = advisor.catalog();
        this.rules = advisor.rules();
        this.advisor = advisor;
        this.scenarios = List.copyOf(scenarios);
    }

    /** Other rules and scenarios over the same catalog; what is laid out for one is for the other. */
    Workshop under(RuleBook others, List<Scenario> theirs) {
        return new Workshop(advisor.withRules(others), theirs);
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

    /** What comes of a scenario's request. It is kept, and takes megabytes. */
    Assessment assess(Scenario scenario) {
        return assessments.computeIfAbsent(scenario.request(), this::run);
    }

    /** What comes of a request; of one that was assessed before, what is kept. */
    Assessment run(Map<String, String> request) {
        Assessment kept = assessments.get(request);
        return kept == null ? advisor.assess(Question.of(request, DAY)) : kept;
    }

    /** What comes of a request that asks for nothing but a model of the catalog. */
    Assessment smoke() {
        return run(Map.of("model", catalog.models().firstKey()));
    }

    /**
     * Shows one assessment for each request that differs, in the order of the scenarios, on the calling thread. Several
     * are made at once, and none is kept.
     */
    void each(Consumer<Assessment> visitor) {
        List<SortedMap<String, String>> requests =
                scenarios.stream().map(Scenario::request).distinct().toList();
        int atOnce = 2 * Runtime.getRuntime().availableProcessors();
        for (int from = 0; from < requests.size(); from += atOnce) {
            requests.subList(from, Math.min(from + atOnce, requests.size())).parallelStream()
                    .map(this::run)
                    .toList()
                    .forEach(visitor);
        }
    }
}
