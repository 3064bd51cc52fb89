package advisor.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code advisor cache}: what is kept of compiled rules and parsed catalogs. */
@Command(
        name = "cache",
        description = "Show or clear what is kept of compiled rules and parsed catalogs.",
        mixinStandardHelpOptions = true,
        subcommands = {CacheShowCommand.class, CacheClearCommand.class})
final class CacheCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandSpec known = spec;
        if (known != null) {
            throw new ParameterException(known.commandLine(), "A command is missing.");
        }
    }
}
