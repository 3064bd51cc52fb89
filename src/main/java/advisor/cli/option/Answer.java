package advisor.cli.option;

import advisor.catalog.Catalog;
import advisor.catalog.CatalogCheck;
import advisor.request.BadRequestException;
import advisor.rules.RuleBook;
import advisor.rules.RuleLoader;
import advisor.text.Language;
import advisor.text.Text;
import advisor.workshop.Scenario;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a command answers from, and how: rules and catalog, language, text or JSON. */
public final class Answer {
    /** Formats of the answer. */
    public enum Output {
        TEXT,
        JSON,
        /** Of checks alone, as the next. */
        SARIF,
        JUNIT
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

    /** Where own files of the catalog go. */
    public Path catalogFolder() {
        return locations.catalogFolders().top();
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

    public Language language() {
        return speech.language();
    }

    public Output output() {
        return output;
    }

    /** What is wrong with the catalog; rules that do not load cite nothing. */
    public CatalogCheck check() {
        return CatalogCheck.of(locations.catalogFolders(), locations.cache(), cited());
    }

    private Set<String> cited() {
        RuleBook book = RuleLoader.tryLoad(locations.rulesFolders(), locations.compiler())
                .book();
        return book == null
                ? Set.of()
                : book.rules().stream().flatMap(rule -> rule.sources().stream()).collect(Collectors.toSet());
    }

    /** Prints a text that has but one format. */
    public void say(Text text) {
        print(text.in(language()));
    }

    /** Prints the answer in the format that was asked for. */
    public void print(Supplier<String> json, Function<Language, String> text) {
        if (output.compareTo(Output.JSON) > 0) {
            throw new BadRequestException(List.of(new Text(
                    "The output must be text or json: this command checks nothing.",
                    "output 只能是 text 或 json：本命令不作检查。")));
        }
        print(output == Output.JSON ? json.get() : text.apply(speech.language()));
    }

    /** Prints an answer as it is. */
    public void print(String text) {
        if (spec != null) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(text);
            out.flush();
        }
    }
}
