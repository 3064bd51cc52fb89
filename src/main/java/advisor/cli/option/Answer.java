package advisor.cli.option;

import advisor.catalog.Catalog;
import advisor.catalog.CatalogCheck;
import advisor.catalog.CatalogShadows;
import advisor.report.screen.Screen;
import advisor.request.BadRequestException;
import advisor.rules.RuleBook;
import advisor.rules.RuleLoader;
import advisor.text.Language;
import advisor.text.Layers;
import advisor.text.Text;
import advisor.workshop.Scenario;
import java.io.PrintWriter;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
    public enum Output {
        TEXT,
        JSON,
        /** Of explanations and comparisons alone. */
        HTML,
        /** Of checks alone, as the next. */
        SARIF,
        JUNIT
    }

    @Option(
            names = "--output",
            paramLabel = "text|json",
            description = "Format of the answer, of explain and compare also html; default: text.")
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

    public Layers catalogFolders() {
        return locations.catalogFolders();
    }

    /**
     * Where own files of the catalog go.
     *
     * @throws BadRequestException if nothing can be written there
     */
    public Path catalogFolder() {
        Path folder = catalogFolders().top();
        if (!folder.getFileSystem().equals(FileSystems.getDefault())) {
            throw new BadRequestException(List.of(new Text(
                    "The catalog is packed in the program: name a folder by --catalog.",
                    "目录打包在程序内：请用 --catalog 指定文件夹。")));
        }
        return folder;
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

    /** What is wrong with the catalog; what takes the place of what is told on standard error. */
    public CatalogCheck check() {
        CatalogCheck check = CatalogCheck.of(
                locations.catalogFolders(),
                locations.cache(),
                RuleLoader.cited(locations.rulesFolders()),
                LocalDate.now(ZoneOffset.UTC));
        if (check.catalog() != null) {
            locations.tell(CatalogShadows.of(check.catalog().texts()));
        }
        return check;
    }

    /** Prints a text that has but one format. */
    public void say(Text text) {
        print(text.in(language()));
    }

    /** @throws BadRequestException if the format that was asked for is one of checks alone */
    public void refuseFormatOfChecks() {
        if (output == Output.SARIF || output == Output.JUNIT) {
            throw new BadRequestException(List.of(new Text(
                    "The output must be text or json: this command checks nothing.",
                    "output 只能是 text 或 json：本命令不作检查。")));
        }
    }

    /** Prints the answer in the format that was asked for. */
    public void print(Supplier<String> json, Function<Screen, String> text) {
        refuseFormatOfChecks();
        refuseHtml();
        print(output == Output.JSON ? json.get() : text.apply(speech.screen()));
    }

    /** Prints an answer that is asked for as text. */
    public void print(Function<Screen, String> text) {
        print(text.apply(speech.screen()));
    }

    private void refuseHtml() {
        if (output == Output.HTML) {
            throw new BadRequestException(List.of(new Text(
                    "The output must be text or json: html is for advise, explain and compare.",
                    "output 只能是 text 或 json：html 用于 advise、explain 与 compare。")));
        }
    }

    /** As {@link #print(Supplier, Function)}, of what can be an HTML file too. */
    public void print(Supplier<String> json, Function<Language, String> html, Function<Screen, String> text) {
        if (output == Output.HTML) {
            print(html.apply(speech.language()));
        } else {
            print(json, text);
        }
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
