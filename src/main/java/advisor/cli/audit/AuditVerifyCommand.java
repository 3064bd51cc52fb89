package advisor.cli.audit;

import advisor.audit.ChainCheck;
import advisor.audit.Verification;
import advisor.audit.VerificationText;
import advisor.cli.option.ExitCode;
import advisor.cli.option.Speech;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code advisor audit verify}. */
@Command(
        name = "verify",
        description = "Whether records are what was written, and which link of a chain is broken.",
        mixinStandardHelpOptions = true)
final class AuditVerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE|DIR", description = "A record, or a folder of records.")
    private Path path = Path.of("");

    @Option(
            names = "--head",
            paramLabel = "SHA256",
            description = "Hash that was kept of a record, which must be there: tells of a chain that lost its end.")
    private @Nullable String head;

    @Mixin
    private final Speech speech = new Speech();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Verification verification =
                ChainCheck.of(path, head == null ? null : head.strip().toLowerCase(Locale.ROOT));
        if (spec != null) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(VerificationText.of(verification, speech.screen()));
            out.flush();
        }
        return verification.sound() ? ExitCode.OK : ExitCode.FAILED;
    }
}
