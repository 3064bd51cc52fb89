package advisor.http.route;

import advisor.cache.Cache;
import advisor.catalog.Catalog;
import advisor.catalog.CatalogCheck;
import advisor.catalog.CatalogLoader;
import advisor.http.live.Folders;
import advisor.http.live.Knowledge;
import advisor.http.live.KnowledgeFolder;
import advisor.http.live.LiveKnowledge;
import advisor.request.ModelList;
import advisor.rules.RuleBook;
import advisor.rules.session.Patience;
import advisor.rules.text.RuleFolder;
import advisor.text.LoadException;
import advisor.text.Problem;
import advisor.workshop.CheckReport;
import advisor.workshop.Impact;
import advisor.workshop.RuleCheck;
import advisor.workshop.SampleRequests;
import advisor.workshop.Scenario;
import advisor.workshop.TestBench;
import advisor.workshop.TestResult;
import advisor.workshop.TestRun;
import advisor.workshop.Workshop;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What files with another text would be and do: nothing is written. */
final class DraftTrial {
    /** After so long what was compared is told, and the rest is for another call. */
    private static final Duration PART = Duration.ofSeconds(4);

    private static final Pattern ALL = Pattern.compile("");

    private final LiveKnowledge knowledge;
    private final Clock clock;
    private volatile @Nullable Edited last;

    /** @param clock tells which days lie far ahead */
    DraftTrial(LiveKnowledge knowledge, Clock clock) {
        this.knowledge = knowledge;
        this.clock = clock;
    }

    /**
     * All that would be wrong.
     *
     * @param rules what is wrong with rules
     * @param faults what keeps other files from loading
     * @param warnings what does not
     */
    record Checked(CheckReport rules, List<Problem> faults, List<Problem> warnings) {}

    /**
     * Some of what a draft would do.
     *
     * @param failed scenarios that do not hold with it
     * @param next where the next part begins; {@code of} if nothing is left
     * @param of how many requests there are
     */
    record Part(Impact impact, List<TestResult> failed, int next, int of) {}

    /** A catalog with a draft in it, kept from one part of its impact to the next. */
    private record Edited(Draft draft, Knowledge active, Workshop workshop) {}

    /**
     * Looks for all that would be wrong.
     *
     * @param scenarios whether rules are run over the scenarios too
     * @param patience of who waits for each judgement
     */
    Checked check(Draft draft, boolean scenarios, Patience patience) {
        Folders drafted = drafted(draft);
        CatalogCheck figures = ofFigures(draft, drafted);
        if (!figures.faults().isEmpty()) {
            return new Checked(none(), figures.faults(), figures.warnings());
        }
        try {
            TestBench bench = TestBench.read(drafted.rules());
            SampleRequests.read(drafted.catalog());
            Catalog edited = figures.catalog();
            Catalog catalog = edited == null ? knowledge.current().catalog() : edited;
            CheckReport rules = new RuleCheck(catalog)
                    .check(
                            knowledge.draft(RuleFolder.read(drafted.rules())).within(patience),
                            scenarios ? bench : bench.withoutScenarios());
            return new Checked(rules, ofScenarios(draft, drafted, bench, catalog), figures.warnings());
        } catch (LoadException e) {
            return new Checked(none(), e.problems(), figures.warnings());
        }
    }

    private static CheckReport none() {
        return new CheckReport(0, List.of());
    }

    private Folders drafted(Draft draft) {
        return knowledge.folders().with(draft.file(), draft.text());
    }

    /** What is wrong with the catalog, if the draft is one of its files. */
    private CatalogCheck ofFigures(Draft draft, Folders drafted) {
        if (draft.file().folder().ofRules()) {
            return new CatalogCheck(null, List.of(), List.of());
        }
        Set<String> cited = knowledge.current().rules().rules().stream()
                .flatMap(rule -> rule.sources().stream())
                .collect(Collectors.toSet());
        return CatalogCheck.of(drafted.catalog(), Cache.NONE, cited, LocalDate.now(clock));
    }

    private List<Problem> ofScenarios(Draft draft, Folders drafted, TestBench bench, Catalog catalog) {
        return draft.file().folder().id().equals(KnowledgeFolder.SCENARIOS)
                ? new ScenarioFaults(
                                drafted.label(draft.file()),
                                draft.text(),
                                catalog,
                                knowledge.current().rules())
                        .in(bench.scenarios())
                : List.of();
    }

    /**
     * What the draft would do, as far as it can be told in a few seconds.
     *
     * @param request the only request to try; {@code null} for samples and scenarios
     * @param from where this part begins
     * @param patience of who waits for each judgement
     * @throws LoadException if the draft does not load
     */
    Part impact(Draft draft, @Nullable SortedMap<String, String> request, int from, Patience patience) {
        Folders drafted = drafted(draft);
        Knowledge active = knowledge.current();
        if (draft.file().folder().id().equals(KnowledgeFolder.SCENARIOS)) {
            return ofScenarios(drafted, active, request, from, patience);
        }
        List<Scenario> all = request == null
                ? requests(draft, drafted, active)
                : List.of(Scenario.of("", ModelList.catalogued(request, active.catalog())));
        Workshop before = active.study().workshop().within(patience);
        return draft.file().folder().ofRules()
                ? ofRules(drafted, before, all, from, patience)
                : ofFigures(draft, drafted, active, before, all, from, patience);
    }

    /** Rules and figures are what they are: all that an edit of scenarios does is that some hold, or do not. */
    private static Part ofScenarios(
            Folders drafted,
            Knowledge active,
            @Nullable SortedMap<String, String> request,
            int from,
            Patience patience) {
        TestBench before = active.study().bench();
        List<Scenario> young = request != null
                ? List.of()
                : TestBench.read(drafted.rules()).scenarios().stream()
                        .filter(scenario -> before.scenarios().stream().noneMatch(scenario::saysAs))
                        .toList();
        Workshop workshop = active.study().workshop().within(patience);
        return parts(young, from, some -> {
            List<TestResult> results = new TestRun(workshop.over(some)).run(ALL);
            return new Part(
                    new Impact(some.size(), some.size(), 0, List.of(), List.of(), List.of()), failed(results), 0, 0);
        });
    }

    private Part ofRules(Folders drafted, Workshop before, List<Scenario> all, int from, Patience patience) {
        RuleBook edited =
                knowledge.draft(RuleFolder.read(drafted.rules())).orThrow().within(patience);
        return parts(all, from, some -> new Part(Impact.ofRules(before.over(some), edited, some), List.of(), 0, 0));
    }

    private Part ofFigures(
            Draft draft,
            Folders drafted,
            Knowledge active,
            Workshop before,
            List<Scenario> all,
            int from,
            Patience patience) {
        Workshop after = edited(draft, drafted, active).within(patience);
        TestRun run = new TestRun(after);
        List<Scenario> scenarios = active.study().bench().scenarios();
        return parts(all, from, some -> {
            Queue<TestResult> results = new ConcurrentLinkedQueue<>();
            Impact impact =
                    Impact.ofCatalogs(before.over(some), after.over(some), (tried, assessment) -> scenarios.stream()
                            .filter(scenario -> scenario.request().equals(tried.request()))
                            .forEach(scenario -> results.add(run.result(scenario, assessment))));
            return new Part(impact, failed(results), 0, 0);
        });
    }

    private Workshop edited(Draft draft, Folders drafted, Knowledge active) {
        Edited known = last;
        if (known != null && known.draft().equals(draft) && known.active() == active) {
            return known.workshop();
        }
        Catalog catalog = CatalogLoader.loadAgain(active.catalog(), drafted.catalog(), Cache.NONE);
        Workshop workshop = new Workshop(catalog, active.rules(), List.of());
        last = new Edited(draft, active, workshop);
        return workshop;
    }

    private static List<TestResult> failed(Iterable<TestResult> results) {
        List<TestResult> failed = new ArrayList<>();
        results.forEach(result -> {
            if (!result.passed()) {
                failed.add(result);
            }
        });
        return failed;
    }

    /** Samples first, then the scenarios that are about the file, then the others; one of each request. */
    private static List<Scenario> requests(Draft draft, Folders drafted, Knowledge active) {
        List<Scenario> samples = SampleRequests.read(drafted.catalog());
        Stream<Scenario> scenarios = active.study().bench().scenarios().stream()
                .sorted(Comparator.comparing((Scenario scenario) -> !isAbout(scenario, draft)));
        List<SortedMap<String, String>> seen = new ArrayList<>();
        return Stream.concat(samples.stream(), scenarios)
                .filter(scenario -> !seen.contains(scenario.request()) && seen.add(scenario.request()))
                .toList();
    }

    private static boolean isAbout(Scenario scenario, Draft draft) {
        String stem = draft.file().stem();
        return scenario.place().contains("/" + stem + ".yaml:")
                || scenario.expect().containsKey(stem)
                || stem.equals(scenario.request().get("model"));
    }

    /** A few at a time, until it takes long. */
    private static Part parts(List<Scenario> all, int from, Function<List<Scenario>, Part> work) {
        int atOnce = 2 * Runtime.getRuntime().availableProcessors();
        long end = System.nanoTime() + PART.toNanos();
        Impact impact = Impact.NONE;
        List<TestResult> failed = new ArrayList<>();
        int next = Math.min(from, all.size());
        do {
            int to = Math.min(next + atOnce, all.size());
            Part part = work.apply(all.subList(next, to));
            impact = impact.and(part.impact());
            failed.addAll(part.failed());
            next = to;
        } while (next < all.size() && System.nanoTime() < end);
        return new Part(impact, failed, next, all.size());
    }
}
