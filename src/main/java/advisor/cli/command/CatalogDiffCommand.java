package advisor.cli.command;

import advisor.cli.option.ImpactOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code advisor catalog diff}. */
@Command(
        name = "diff",
        description = "What an edit of the catalog does: verdicts that flip, scores that move; text, json or markdown.",
        mixinStandardHelpOptions = true)
final class CatalogDiffCommand implements Runnable {
    @Mixin
    private final ImpactOptions options = new ImpactOptions();

    @Override
    public void run() {
        options.printOfCatalogs();
    }
}
