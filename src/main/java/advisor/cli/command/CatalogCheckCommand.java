package advisor.cli.command;

import advisor.catalog.Catalog;
import advisor.cli.option.Locations;
import advisor.cli.option.Speech;
import advisor.facts.unit.Source;
import advisor.words.Phrases;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code advisor catalog check}: every fault at once, with its place; and sources that nothing cites. */
@Command(
        name = "check",
        description = "All that is wrong with the catalog's files, and what is in them.",
        mixinStandardHelpOptions = true)
final class CatalogCheckCommand implements Runnable {
    @Mixin
    private final Locations locations = new Locations();

    @Mixin
    private final Speech speech = new Speech();

    @Spec
    private @Nullable CommandSpec spec;

    /** @throws advisor.text.LoadException with every fault of every file */
    @Override
    public void run() {
        Catalog catalog = locations.catalog();
        Phrases phrases = new Phrases(speech.language());
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        List<String> idle = idle(catalog);
        idle.forEach(source -> out.println(phrases.say("catalog-check.idle", source)));
        out.println(phrases.say(
                "catalog-check.sum",
                catalog.texts().files().size(),
                catalog.accelerators().size(),
                catalog.models().size(),
                catalog.options().size(),
                catalog.sources().size(),
                idle.size()));
        out.flush();
    }

    /** Sources that neither a file of the catalog nor a rule cites. */
    private List<String> idle(Catalog catalog) {
        String cited = String.join(
                        "\n",
                        catalog.texts().files().values().stream()
                                .map(text -> text.replaceAll("(?m)^- id: .*$", ""))
                                .toList())
                + locations.rules().rules();
        return catalog.sources().keySet().stream()
                .filter(id -> !id.equals(Source.THE_REQUEST) && !cited.contains(id))
                .toList();
    }
}
