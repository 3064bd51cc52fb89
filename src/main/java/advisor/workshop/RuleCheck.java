package advisor.workshop;

import advisor.catalog.Catalog;
import advisor.catalog.LintFile;
import advisor.catalog.LintFile.Level;
import advisor.catalog.ScenarioFiles;
import advisor.engine.Check;
import advisor.engine.Fault;
import advisor.engine.LoadedRules;
import advisor.engine.RuleBook;
import advisor.engine.RuleCompiler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

/** Reads, parses, lints and compiles rules, and runs them over their scenarios. */
public final class RuleCheck {
    private final Catalog catalog;
    private final RuleCompiler compiler;

    public RuleCheck(Catalog catalog, RuleCompiler compiler) {
        this.catalog = catalog;
        this.compiler = compiler;
    }

    /** @throws advisor.model.LoadException if there are no rule files, or scenarios or lint levels cannot be read */
    public CheckReport check(Path folder) {
        SortedMap<String, Level> levels = LintFile.read(
                folder, Arrays.stream(Check.values()).map(Check::id).toList());
        LoadedRules loaded = RuleBook.tryLoad(folder, compiler);
        List<Fault> faults = new ArrayList<>(loaded.faults());
        RuleBook book = loaded.book();
        if (book != null) {
            faults.addAll(new TextLint(loaded, book, catalog).faults());
            Workshop workshop = new Workshop(catalog, book, ScenarioFiles.read(folder));
            faults.addAll(new SmokeRun(loaded, workshop).faults());
            faults.addAll(new RunLint(loaded, workshop).faults());
        }
        OptOuts optOuts = new OptOuts(loaded, book);
        faults.addAll(optOuts.faults());
        return new CheckReport(
                book == null ? 0 : book.rules().size(),
                faults.stream()
                        .filter(fault -> !optOuts.excuse(fault))
                        .sorted()
                        .map(fault -> new Notice(level(fault.check(), levels), fault))
                        .filter(notice -> notice.level() != Level.OFF)
                        .toList());
    }

    /** What stops the loading, or fails while it runs, is an error whatever the levels say. */
    private static Level level(Check check, SortedMap<String, Level> levels) {
        return check.stopsLoading() ? Level.ERROR : levels.getOrDefault(check.id(), Level.WARNING);
    }
}
