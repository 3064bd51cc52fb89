package advisor.cli;

import advisor.catalog.Catalog;
import advisor.model.Source;
import advisor.report.CatalogReport;
import picocli.CommandLine.Command;

/** {@code advisor sources}. */
@Command(name = "sources", description = "List or show the catalog's sources.", mixinStandardHelpOptions = true)
final class SourcesCommand extends CatalogCommand {
    @Override
    String list(Catalog catalog) {
        return CatalogReport.list(catalog.sources().values(), Source::id, Source::title, language());
    }

    @Override
    String show(Catalog catalog, String id) {
        return CatalogReport.show(catalog.source(id), language());
    }
}
