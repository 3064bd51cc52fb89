package advisor.cli.command;

import advisor.cli.option.CommandGroup;
import picocli.CommandLine.Command;

/** {@code advisor catalog}: for those who keep the catalog. */
@Command(
        name = "catalog",
        description = "Check, compare and weigh the figures of the catalog.",
        mixinStandardHelpOptions = true,
        subcommands = {CatalogCheckCommand.class, CatalogDiffCommand.class, CatalogStaleCommand.class})
public final class CatalogGroupCommand extends CommandGroup {}
