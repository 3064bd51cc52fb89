package advisor.cli.command;

import advisor.catalog.Catalog;
import advisor.cli.option.Locations;
import advisor.cli.option.Speech;
import advisor.report.screen.Screen;
import advisor.rules.RuleBook;
import advisor.text.Language;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that lists one kind of thing in the catalog, or shows one of them. */
abstract class CatalogCommand implements Runnable {
    @Parameters(arity = "0..1", paramLabel = "ID", description = "What to show; without it, list all.")
    private @Nullable String id;

    @Mixin
    private final Locations locations = new Locations();

    @Mixin
    private final Speech speech = new Speech();

    @Spec
    private @Nullable CommandSpec spec;

    abstract String list(Catalog catalog);

    abstract String show(Catalog catalog, String shown);

    @Override
    public void run() {
        Catalog catalog = locations.catalog();
        String text = id == null ? list(catalog) : show(catalog, id);
        if (spec != null) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(text);
            out.flush();
        }
    }

    RuleBook rules() {
        return locations.rules();
    }

    Screen screen() {
        return speech.screen();
    }

    Language language() {
        return speech.language();
    }
}
