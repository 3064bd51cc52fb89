package advisor.cli;

import advisor.catalog.Catalog;
import advisor.model.DeploymentOption;
import advisor.report.CatalogReport;
import picocli.CommandLine.Command;

/** {@code advisor options}. */
@Command(name = "options", description = "List or show the catalog's options.", mixinStandardHelpOptions = true)
final class OptionsCommand extends CatalogCommand {
    @Override
    String list(Catalog catalog) {
        return CatalogReport.list(
                catalog.options().values(), DeploymentOption::id, DeploymentOption::title, language());
    }

    @Override
    String show(Catalog catalog, String id) {
        return CatalogReport.show(catalog.option(id), language());
    }
}
