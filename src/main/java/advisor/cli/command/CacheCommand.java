package advisor.cli.command;

import advisor.cli.option.CommandGroup;
import picocli.CommandLine.Command;

/** {@code advisor cache}: what is kept of compiled rules and parsed catalogs. */
@Command(
        name = "cache",
        description = "Show or clear what is kept of compiled rules and parsed catalogs.",
        mixinStandardHelpOptions = true,
        subcommands = {CacheShowCommand.class, CacheClearCommand.class})
public final class CacheCommand extends CommandGroup {}
