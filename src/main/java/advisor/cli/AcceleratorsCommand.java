package advisor.cli;

import advisor.catalog.Catalog;
import advisor.model.Accelerator;
import advisor.report.CatalogReport;
import picocli.CommandLine.Command;

/** {@code advisor accelerators}. */
@Command(
        name = "accelerators",
        description = "List or show the catalog's accelerators.",
        mixinStandardHelpOptions = true)
final class AcceleratorsCommand extends CatalogCommand {
    @Override
    String list(Catalog catalog) {
        return CatalogReport.list(catalog.accelerators().values(), Accelerator::id, Accelerator::title, language());
    }

    @Override
    String show(Catalog catalog, String id) {
        return CatalogReport.show(catalog.accelerator(id), language());
    }
}
