package advisor.cli.audit;

import advisor.audit.DifferenceText;
import advisor.audit.Replay;
import advisor.cache.Cache;
import advisor.cli.option.ExitCode;
import advisor.cli.option.PatienceOption;
import advisor.cli.option.Speech;
import advisor.rules.compile.RuleCompiler;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code advisor audit replay}. */
@Command(
        name = "replay",
        description = "Run a record again from itself alone: it must give the same bytes.",
        mixinStandardHelpOptions = true)
final class AuditReplayCommand implements Callable<Integer> {
    @Mixin
    private final AuditOptions options = new AuditOptions();

    @Mixin
    private final PatienceOption patience = new PatienceOption();

    @Mixin
    private final Speech speech = new Speech();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        RuleCompiler compiler = new RuleCompiler(Cache.ofUser()).forDrafts();
        Replay replay = Replay.of(options.record(), options.openings(), compiler, patience.patience());
        if (spec != null) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(DifferenceText.of(replay, speech.screen()));
            out.flush();
        }
        return replay.same() ? ExitCode.OK : ExitCode.FAILED;
    }
}
