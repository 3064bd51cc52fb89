package advisor.cli.audit;

import advisor.cli.option.CommandGroup;
import picocli.CommandLine.Command;

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
public final class AuditCommand extends CommandGroup {}
