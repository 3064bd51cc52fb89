package advisor.cli.command;

import advisor.catalog.Catalog;
import advisor.facts.offer.DeploymentOption;
import advisor.report.text.CatalogReport;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** {@code advisor options}. */
@Command(name = "options", description = "List or show the catalog's options.", mixinStandardHelpOptions = true)
public final class OptionsCommand extends CatalogCommand {
    @Override
    String list(Catalog catalog) {
        return new CatalogReport(screen())
                .list(
                        Stream.concat(catalog.options().values().stream(), catalog.composable().values().stream())
                                .toList(),
                        DeploymentOption::id,
                        DeploymentOption::title);
    }

    @Override
    String show(Catalog catalog, String id) {
        return new CatalogReport(screen()).show(catalog.option(id));
    }
}
