package advisor.cli;

import advisor.catalog.Catalog;
import advisor.model.LanguageModel;
import advisor.report.CatalogReport;
import picocli.CommandLine.Command;

/** {@code advisor models}. */
@Command(name = "models", description = "List or show the catalog's models.", mixinStandardHelpOptions = true)
final class ModelsCommand extends CatalogCommand {
    @Override
    String list(Catalog catalog) {
        return CatalogReport.list(catalog.models().values(), LanguageModel::id, LanguageModel::title, language());
    }

    @Override
    String show(Catalog catalog, String id) {
        return CatalogReport.show(catalog.model(id), language());
    }
}
