package advisor.rules;

import advisor.rules.session.Patience;
import advisor.rules.text.Check;
import advisor.rules.text.Fault;
import advisor.rules.text.Faults;
import advisor.rules.text.RuleDefinition;
import advisor.rules.text.RuleFile;
import advisor.rules.text.RuleFiles;
import advisor.text.LoadException;
import advisor.text.Problem;
import advisor.text.Shadow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a folder of rules: a rule book, unless a fault stops the loading, and every fault. */
public final class LoadedRules {
    private final @Nullable RuleBook book;
    private final List<RuleFile> files;
    private final List<Shadow> shadows;
    private final List<Fault> faults;

    LoadedRules(@Nullable RuleBook book, RuleFiles contents, List<Fault> faults) {
        this(book, contents.files(), contents.shadows(), faults);
    }

    private LoadedRules(@Nullable RuleBook book, List<RuleFile> files, List<Shadow> shadows, List<Fault> faults) {
        this.book = book;
        this.files = files;
        this.shadows = shadows;
        this.faults = List.copyOf(faults);
    }

    /** The same, whose judgements stop when nobody waits for them any longer. */
    public LoadedRules within(Patience patience) {
        return book == null ? this : new LoadedRules(book.within(patience), files, shadows, faults);
    }

    /** {@code null} if a fault stops the loading. */
    public @Nullable RuleBook book() {
        return book;
    }

    /** In the order of their places. */
    public List<Fault> faults() {
        return faults;
    }

    /** The files of lower folders that do not count. */
    public List<Shadow> shadows() {
        return shadows;
    }

    /** A fault of a rule, at the first place in it where a text stands. */
    public Fault fault(Check check, RuleDefinition rule, String at, String message, String hint) {
        RuleFile file = files.stream()
                .filter(candidate -> candidate.name().equals(rule.file()))
                .findFirst()
                .orElseThrow();
        Faults faultsOfFile = new Faults(file);
        faultsOfFile.addAt(check, rule.id(), RuleFile.Span.of(rule), at, message, hint);
        return faultsOfFile.all().get(0);
    }

    /** A fault of the file that a rule stands in, as a whole. */
    public Fault ofFile(Check check, RuleDefinition rule, String message, String hint) {
        return new Fault(check, "", "", new Problem(rule.folder() + "/" + rule.file(), 0, 0, message, hint));
    }

    /** The text of a rule as it is written. */
    public String text(RuleDefinition rule) {
        return files.stream()
                .filter(file -> file.name().equals(rule.file()))
                .map(file -> file.text(RuleFile.Span.of(rule)))
                .findFirst()
                .orElseThrow();
    }

    /** @throws LoadException with every fault that stops the loading */
    public RuleBook orThrow() {
        if (book == null) {
            throw new LoadException(faults.stream()
                    .filter(fault -> fault.check().stopsLoading())
                    .map(Fault::problem)
                    .toList());
        }
        return book;
    }
}
