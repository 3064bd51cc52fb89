package advisor.cli.command;

import advisor.catalog.Catalog;
import advisor.facts.model.LanguageModel;
import advisor.report.text.CatalogReport;
import picocli.CommandLine.Command;

/** {@code advisor models}. */
@Command(name = "models", description = "List or show the catalog's models.", mixinStandardHelpOptions = true)
public final class ModelsCommand extends CatalogCommand {
    @Override
    String list(Catalog catalog) {
        return new CatalogReport(language()).list(catalog.models().values(), LanguageModel::id, LanguageModel::title);
    }

    @Override
    String show(Catalog catalog, String id) {
        return new CatalogReport(language()).show(catalog.model(id));
    }
}
