package advisor.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code advisor audit}: what was decided, whether it still stands as it was written, and whether it would today. */
@Command(
        name = "audit",
        description = "Show, verify, replay and compare recorded decisions.",
        mixinStandardHelpOptions = true,
        subcommands = {
            AuditShowCommand.class,
            AuditVerifyCommand.class,
            AuditReplayCommand.class,
            AuditDiffCommand.class
        })
final class AuditCommand implements Runnable {
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
