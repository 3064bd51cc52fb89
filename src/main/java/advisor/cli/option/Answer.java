package advisor.cli.option;

import advisor.catalog.Catalog;
import advisor.rules.RuleBook;
import advisor.text.Language;
import advisor.workshop.Scenario;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a command answers from, and how: rules and catalog, language, text or JSON. */
public final class Answer {
    /** Formats of the answer. */
    enum Output {
        TEXT,
        JSON
    }

    @Option(names = "--output", paramLabel = "text|json", description = "Format of the answer; default: text.")
    private Output output = Output.TEXT;

    @Mixin
    private final Locations locations = new Locations();

    @Mixin
    private final Speech speech = new Speech();

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    public Catalog catalog() {
        return locations.catalog();
    }

    /** Begins to load the rules while the catalog is read. */
    public void beginRules() {
        locations.beginRules();
    }

    public RuleBook rules() {
        return locations.rules();
    }

    /** The requests to try rules or figures by. */
    public List<Scenario> samples() {
        return Locations.samples(locations.rulesFolders(), locations.catalogFolders());
    }

    Language language() {
        return speech.language();
    }

    /** Prints the answer in the format that was asked for. */
    public void print(Supplier<String> json, Function<Language, String> text) {
        if (spec != null) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(output == Output.JSON ? json.get() : text.apply(speech.language()));
            out.flush();
        }
    }
}
