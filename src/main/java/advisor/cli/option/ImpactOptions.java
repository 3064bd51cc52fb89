package advisor.cli.option;

import advisor.report.text.ImpactText;
import advisor.rules.RuleBook;
import advisor.text.Layers;
import advisor.workshop.Impact;
import advisor.workshop.Workshop;
import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is compared with what, of rules or of catalogs, and how the difference is told. */
public final class ImpactOptions {
    private static final Pattern BETWEEN = Pattern.compile(Pattern.quote(File.pathSeparator));

    /** Formats of the answer. */
    enum Output {
        TEXT,
        JSON,
        MARKDOWN
    }

    @Parameters(
            index = "0",
            paramLabel = "OLD",
            description = "Folder as it was; several as DIR:DIR2, each over those before it.")
    private String before = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "Folder as it would be; several as DIR:DIR2.")
    private String after = "";

    @Option(names = "--all", description = "Every verdict that differs by request, scores that move too.")
    private boolean all;

    @Option(names = "--output", paramLabel = "text|json|markdown", description = "Format of the answer; default: text.")
    private Output output = Output.TEXT;

    @Mixin
    private final Locations locations = new Locations();

    @Mixin
    private final Speech speech = new Speech();

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    /** Prints what other rules do over one catalog. */
    public void printOfRules() {
        Layers catalog = locations.catalogFolders();
        Layers others = folders("rules", after);
        Workshop old = workshop(folders("rules", before), catalog);
        print(Impact.ofRules(old, locations.rules(others), Locations.samples(others, catalog)));
    }

    /** Prints what another catalog does under the same rules. */
    public void printOfCatalogs() {
        Layers rules = locations.rulesFolders();
        print(Impact.ofCatalogs(
                workshop(rules, folders("catalog", before)), workshop(rules, folders("catalog", after))));
    }

    private static Layers folders(String usual, String given) {
        return Locations.layers(
                usual, BETWEEN.splitAsStream(given).map(Path::of).toList());
    }

    private Workshop workshop(Layers rules, Layers catalog) {
        RuleBook book = locations.rules(rules);
        return new Workshop(locations.catalog(catalog), book, Locations.samples(rules, catalog));
    }

    private void print(Impact impact) {
        if (spec != null) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(
                    switch (output) {
                        case JSON -> ImpactText.json(impact);
                        case MARKDOWN -> ImpactText.markdown(impact, speech.language());
                        case TEXT -> ImpactText.of(impact, speech.language(), all);
                    });
            out.flush();
        }
    }
}
