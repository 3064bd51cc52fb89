package advisor.cli.command;

import advisor.cli.catalog.CatalogImportCommand;
import advisor.cli.catalog.CatalogNewCommand;
import advisor.cli.option.CommandGroup;
import picocli.CommandLine.Command;

/** {@code advisor catalog}: for those who keep the catalog. */
@Command(
        name = "catalog",
        description = "Keep the files of the catalog.",
        mixinStandardHelpOptions = true,
        subcommands = {
            CatalogCheckCommand.class,
            CatalogDiffCommand.class,
            CatalogImportCommand.class,
            CatalogNewCommand.class,
            CatalogStaleCommand.class,
        })
public final class CatalogGroupCommand extends CommandGroup {}
