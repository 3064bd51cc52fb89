package advisor.cli.command;

import advisor.advice.Advisor;
import advisor.advice.survey.ModelFit;
import advisor.advice.survey.ModelsOnMachine;
import advisor.catalog.Catalog;
import advisor.cli.option.LoadOptions;
import advisor.facts.model.LanguageModel;
import advisor.report.json.JsonReport;
import advisor.report.json.ModelsJson;
import advisor.report.text.CatalogReport;
import advisor.report.text.ModelFitsReport;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code advisor models}. */
@Command(
        name = "models",
        description = "List or show the catalog's models, or rank those that a machine runs.",
        mixinStandardHelpOptions = true)
public final class ModelsCommand extends CatalogCommand {
    @Option(
            names = "--on",
            paramLabel = "OFFER",
            description = "Rank the models that this machine runs: \"2 x nvidia-rtx-4090\".")
    private @Nullable String machine;

    @Mixin
    private final LoadOptions load = new LoadOptions();

    @Option(names = "--output", paramLabel = "text|json", description = "Format of what --on ranks; default: text.")
    private Output output = Output.TEXT;

    /** Formats of the ranking. */
    enum Output {
        TEXT,
        JSON
    }

    @Override
    String list(Catalog catalog) {
        return machine == null
                ? new CatalogReport(screen()).list(catalog.models().values(), LanguageModel::id, LanguageModel::title)
                : fits(catalog, machine);
    }

    private String fits(Catalog catalog, String on) {
        ModelsOnMachine models =
                new ModelsOnMachine(new Advisor(catalog, rules()), load.fields(), LocalDate.now(ZoneOffset.UTC));
        List<ModelFit> fits = models.fits(on);
        List<ModelFit> openedByOne = models.openedByOneMore(on, fits);
        List<ModelFit> openedByTwice = models.openedByTwice(on, fits);
        return output == Output.JSON
                ? JsonReport.print(ModelsJson.tree(on, fits, openedByOne, openedByTwice))
                : new ModelFitsReport(screen()).of(models.load(on), fits, openedByOne, openedByTwice);
    }

    @Override
    String show(Catalog catalog, String id) {
        return new CatalogReport(screen()).show(catalog.model(id));
    }
}
