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
        return new CatalogReport(language()).list(catalog.sources().values(), Source::id, Source::title);
    }

    @Override
    String show(Catalog catalog, String id) {
        return new CatalogReport(language()).show(catalog.source(id));
    }
}
