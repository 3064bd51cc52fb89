package advisor.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;

/** What the generator of manual pages is given by its name: all commands, of which a run describes but the one it is asked for. */
@Command(name = "advisor", modelTransformer = WholeProgram.Commands.class)
public final class WholeProgram {
    /** Puts the commands where the generator looks. */
    public static final class Commands implements IModelTransformer {
        @Override
        public CommandSpec transform(CommandSpec named) {
            return CommandLineProgram.whole().getCommandSpec();
        }
    }
}
