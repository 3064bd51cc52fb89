package advisor.workshop;

import advisor.advice.Assessment;
import advisor.cache.Cache;
import advisor.cache.CacheKey;
import advisor.catalog.Catalog;
import advisor.rules.LoadedRules;
import advisor.rules.RuleBook;
import advisor.rules.RuleLoader;
import advisor.rules.compile.RuleCompiler;
import advisor.rules.text.Check;
import advisor.rules.text.Fault;
import advisor.text.Layers;
import advisor.text.Problem;
import advisor.text.Shadow;
import advisor.workshop.LintFile.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;

/** Lints rules, and runs them over their scenarios. */
public final class RuleCheck {
    /** All that need be kept of rules with which nothing is wrong. */
    private static final byte[] IN_ORDER = {1};

    private final Catalog catalog;

    public RuleCheck(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Runs no scenario where nothing changed since all was found to be in order.
     *
     * @param cache keeps what was in order
     * @throws advisor.text.LoadException if there are no rule files, or scenarios or lint levels cannot be read
     */
    public CheckReport check(Layers folders, RuleCompiler compiler, Cache cache) {
        SortedMap<String, Level> levels = TestBench.levels(folders);
        LoadedRules loaded = RuleLoader.tryLoad(folders, compiler);
        // Of rules that do not load no scenario can be run, and none need be sound.
        RuleBook book = loaded.book();
        TestBench bench = new TestBench(book == null ? List.of() : ScenarioFiles.read(folders), levels);
        boolean maybeInOrder = loaded.faults().isEmpty() && loaded.shadows().isEmpty();
        return book == null || !maybeInOrder ? check(loaded, bench) : check(loaded, book, bench, cache);
    }

    private CheckReport check(LoadedRules loaded, RuleBook book, TestBench bench, Cache cache) {
        CacheKey key = CacheKey.of(CacheKey.Kind.CHECKED, book.sha256(), catalog.sha256(), bench.toString());
        if (cache.read(key) != null) {
            return new CheckReport(book.rules().size(), List.of());
        }
        CheckReport report = check(loaded, bench);
        if (report.notices().isEmpty()) {
            cache.write(key, IN_ORDER);
        }
        return report;
    }

    public CheckReport check(LoadedRules loaded, TestBench bench) {
        RuleBook book = loaded.book();
        if (book == null) {
            return report(loaded, bench, List.of());
        }
        Workshop workshop = new Workshop(catalog, book, bench.scenarios());
        Watch watch = new Watch(loaded, workshop);
        watch.smoke.note(workshop.smoke());
        workshop.each(watch);
        return report(loaded, bench, watch);
    }

    /** Notes what is wrong with rules in all that they are seen to do. */
    public static final class Watch implements Consumer<Assessment> {
        private final SmokeRun smoke;
        private final RunLint lint;

        public Watch(LoadedRules loaded, Workshop workshop) {
            smoke = new SmokeRun(loaded);
            lint = new RunLint(loaded, workshop);
        }

        @Override
        public void accept(Assessment assessment) {
            smoke.note(assessment);
            lint.note(assessment);
        }

        private List<Fault> faults() {
            List<Fault> faults = new ArrayList<>(smoke.faults());
            faults.addAll(lint.faults());
            return faults;
        }
    }

    /**
     * The same of rules that load.
     *
     * @param watch that was shown what came of every scenario
     */
    public CheckReport report(LoadedRules loaded, TestBench bench, Watch watch) {
        return report(loaded, bench, watch.faults());
    }

    private CheckReport report(LoadedRules loaded, TestBench bench, List<Fault> seen) {
        List<Fault> faults = new ArrayList<>(loaded.faults());
        loaded.shadows().stream().map(RuleCheck::shadow).forEach(faults::add);
        RuleBook book = loaded.book();
        if (book != null) {
            faults.addAll(new TextLint(loaded, book, catalog).faults());
        }
        faults.addAll(seen);
        OptOuts optOuts = new OptOuts(loaded, book);
        faults.addAll(optOuts.faults());
        return new CheckReport(
                book == null ? 0 : book.rules().size(),
                faults.stream()
                        .filter(fault -> !optOuts.excuse(fault))
                        .sorted()
                        .map(fault -> new Notice(level(fault.check(), bench.levels()), fault))
                        .filter(notice -> notice.level() != Level.OFF)
                        .toList());
    }

    private static Fault shadow(Shadow shadow) {
        String lost =
                shadow.lost().isEmpty() ? "" : " No rule any more: %s.".formatted(String.join(", ", shadow.lost()));
        String message = "The file takes the place of %s.%s".formatted(shadow.over(), lost);
        return new Fault(Check.SHADOWS, "", "", Problem.inFile(shadow.by(), message));
    }

    /** What stops the loading, or fails while it runs, is an error whatever the levels say. */
    private static Level level(Check check, SortedMap<String, Level> levels) {
        return check.stopsLoading() ? Level.ERROR : levels.getOrDefault(check.id(), Level.WARNING);
    }
}
