package advisor.cli.command;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code advisor completion}. */
@Command(
        name = "completion",
        description = "The script by which a shell completes what is typed: source <(advisor completion) in bash"
                + " and zsh, advisor completion fish | source in fish.",
        mixinStandardHelpOptions = true)
public final class CompletionCommand implements Runnable {
    /** Shells that complete by a script. */
    enum Shell {
        BASH,
        ZSH,
        FISH
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "bash|zsh|fish",
            description = "The shell; default: bash, which is zsh's too.")
    private Shell shell = Shell.BASH;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandSpec root = Objects.requireNonNull(spec).root();
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                shell == Shell.FISH
                        ? FishCompletion.of(root.commandLine())
                        : AutoComplete.bash(root.name(), root.commandLine()) + "\n");
        out.flush();
    }
}
