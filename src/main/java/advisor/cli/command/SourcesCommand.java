package advisor.cli.command;

import advisor.catalog.Catalog;
import advisor.facts.unit.Source;
import advisor.report.text.CatalogReport;
import picocli.CommandLine.Command;

/** {@code advisor sources}. */
@Command(name = "sources", description = "List or show the catalog's sources.", mixinStandardHelpOptions = true)
public final class SourcesCommand extends CatalogCommand {
    @Override
    String list(Catalog catalog) {
        return new CatalogReport(screen()).list(catalog.sources().values(), Source::id, Source::title);
    }

    @Override
    String show(Catalog catalog, String id) {
        return new CatalogReport(screen()).show(catalog.source(id));
    }
}
