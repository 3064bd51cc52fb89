package advisor.cli.option;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that does nothing but hold others. */
@Command
public abstract class CommandGroup implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public final void run() {
        CommandSpec known = spec;
        if (known != null) {
            throw without(known);
        }
    }

    /** What a command that only holds others says when none of them is named. */
    public static ParameterException without(CommandSpec group) {
        String commands = String.join(", ", group.subcommands().keySet());
        return new ParameterException(group.commandLine(), "A command is missing: %s.".formatted(commands));
    }
}
