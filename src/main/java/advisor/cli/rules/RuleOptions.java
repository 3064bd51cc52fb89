package advisor.cli.rules;

import advisor.catalog.Catalog;
import advisor.cli.option.Locations;
import advisor.cli.option.Speech;
import advisor.rules.LoadedRules;
import advisor.rules.RuleBook;
import advisor.rules.compile.RuleCompiler;
import advisor.text.Language;
import advisor.workshop.ScenarioFiles;
import advisor.workshop.Workshop;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every {@code advisor rules} command takes. */
final class RuleOptions {
    /** Formats of the answer; not every command has every one. */
    enum Output {
        TEXT,
        JSON,
        SARIF,
        JUNIT,
        MARKDOWN
    }

    @Mixin
    private final Locations locations = new Locations();

    @Mixin
    private final Speech speech = new Speech();

    @Option(names = "--output", paramLabel = "FORMAT", description = "Format of the answer; default: text.")
    private Output output = Output.TEXT;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    Output output() {
        return output;
    }

    Language language() {
        return speech.language();
    }

    Catalog catalog() {
        return locations.catalog();
    }

    Path folder() {
        return locations.rulesFolder();
    }

    RuleCompiler compiler() {
        return locations.compiler();
    }

    LoadedRules load() {
        return RuleBook.tryLoad(folder(), compiler());
    }

    Workshop workshop(Path rules) {
        return new Workshop(catalog(), RuleBook.load(rules, compiler()), ScenarioFiles.read(rules));
    }

    void print(String text) {
        if (spec != null) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(text);
            out.flush();
        }
    }
}
