package advisor.cli.command;

import advisor.catalog.Catalog;
import advisor.facts.machine.Accelerator;
import advisor.report.text.CatalogReport;
import picocli.CommandLine.Command;

/** {@code advisor accelerators}. */
@Command(
        name = "accelerators",
        description = "List or show the catalog's accelerators.",
        mixinStandardHelpOptions = true)
public final class AcceleratorsCommand extends CatalogCommand {
    @Override
    String list(Catalog catalog) {
        return new CatalogReport(screen()).list(catalog.accelerators().values(), Accelerator::id, Accelerator::title);
    }

    @Override
    String show(Catalog catalog, String id) {
        return new CatalogReport(screen()).show(catalog.accelerator(id));
    }
}
