package advisor.rules.live;

import advisor.rules.LoadedRules;
import advisor.rules.RuleBook;
import advisor.rules.RuleLoader;
import advisor.rules.compile.RuleCompiler;
import advisor.rules.live.LoadStatus.Stage;
import advisor.rules.session.RuleFailure;
import advisor.rules.text.Check;
import advisor.rules.text.Fault;
import advisor.rules.text.RuleFiles;
import advisor.rules.text.RuleFolder;
import advisor.text.Layers;
import advisor.text.LoadException;
import advisor.text.Problem;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to make a rule book of what a folder holds now.
 *
 * @param stage the step that failed, or the last
 * @param book {@code null} if a step failed
 * @param compiledForms what the compiler keeps the folder's files under
 */
record LoadAttempt(Stage stage, @Nullable RuleBook book, List<Fault> faults, Set<String> compiledForms) {

    /** @param smokeRun throws if a book must not answer requests */
    static LoadAttempt at(Layers folders, RuleCompiler compiler, Consumer<RuleBook> smokeRun) {
        try {
            return compile(RuleFolder.read(folders), compiler, smokeRun);
        } catch (LoadException e) {
            List<Fault> faults = e.problems().stream()
                    .map(problem -> new Fault(Check.EMPTY, "", "", problem))
                    .toList();
            return new LoadAttempt(Stage.READ, null, faults, Set.of());
        } catch (UncheckedIOException e) {
            return new LoadAttempt(
                    Stage.READ, null, fault(Check.ENCODING, folders.top().toString(), e), Set.of());
        }
    }

    private static LoadAttempt compile(RuleFiles read, RuleCompiler compiler, Consumer<RuleBook> smokeRun) {
        Set<String> forms = read.compiledForms();
        try {
            LoadedRules loaded = RuleLoader.tryLoad(read, compiler);
            RuleBook book = loaded.book();
            return book == null
                    ? new LoadAttempt(
                            read.faults().isEmpty() ? Stage.COMPILE : Stage.READ, null, loaded.faults(), forms)
                    : smokeRun(loaded, book, smokeRun, forms);
        } catch (RuntimeException | Error e) {
            // Drools throws, and not one kind, where files compile but make no rule book together.
            return new LoadAttempt(Stage.COMPILE, null, fault(Check.COMPILE, "rules", e), forms);
        }
    }

    private static LoadAttempt smokeRun(
            LoadedRules loaded, RuleBook book, Consumer<RuleBook> smokeRun, Set<String> forms) {
        try {
            smokeRun.accept(book);
            return new LoadAttempt(Stage.ACTIVE, book, loaded.faults(), forms);
        } catch (RuntimeException | Error e) {
            // A trial may do anything with the rules, and they are anybody's Java.
            return new LoadAttempt(Stage.SMOKE_RUN, null, faults(e, loaded), forms);
        }
    }

    private static List<Fault> faults(Throwable failure, LoadedRules loaded) {
        if (failure instanceof RuleFailure rules && !rules.errors().isEmpty()) {
            return rules.errors().stream()
                    .map(error -> loaded.fault(
                            Check.RUNS,
                            error.rule(),
                            "",
                            "The rule fails on trial: " + error.message().en(),
                            ""))
                    .sorted()
                    .toList();
        }
        return fault(Check.RUNS, "rules", failure);
    }

    private static List<Fault> fault(Check check, String file, Throwable failure) {
        return List.of(new Fault(check, "", "", Problem.inFile(file, String.valueOf(failure))));
    }

    /** @throws LoadException with every fault if there is no book */
    RuleBook orThrow() {
        if (book == null) {
            throw new LoadException(faults.stream().map(Fault::problem).toList());
        }
        return book;
    }
}
