package advisor.workshop;

import advisor.advice.Advisor;
import advisor.advice.Assessment;
import advisor.advice.RequestForm;
import advisor.catalog.Catalog;
import advisor.catalog.Scenario;
import advisor.engine.RuleBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Runs scenarios with one rule book over one catalog; equal requests are run once. Not safe for several threads. */
public final class Workshop {
    /** The day of a scenario that names none: always the same. */
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final Catalog catalog;
    private final RuleBook rules;
    private final List<Scenario> scenarios;
    private final Map<SortedMap<String, String>, Assessment> assessments = new HashMap<>();

    public Workshop(Catalog catalog, RuleBook rules, List<Scenario> scenarios) {
        this.catalog = catalog;
        this.rules = rules;
        this.scenarios = List.copyOf(scenarios);
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

    /** What comes of a scenario's request. */
    Assessment assess(Scenario scenario) {
        return assessments.computeIfAbsent(
                scenario.request(), fields -> new Advisor(catalog, rules).assess(new RequestForm(fields).request(DAY)));
    }

    /** What comes of a request that asks for nothing but a model of the catalog. */
    Assessment smoke() {
        Map<String, String> fields = Map.of("model", catalog.models().firstKey());
        return new Advisor(catalog, rules).assess(new RequestForm(fields).request(DAY));
    }

    /** One assessment for each request that differs, in the order of the scenarios. */
    List<Assessment> assessments() {
        List<Assessment> all = new ArrayList<>();
        scenarios.stream()
                .map(this::assess)
                .filter(assessment -> !all.contains(assessment))
                .forEach(all::add);
        return all;
    }
}
