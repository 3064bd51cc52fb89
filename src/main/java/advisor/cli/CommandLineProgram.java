package advisor.cli;

import advisor.audit.record.DamagedRecordException;
import advisor.cli.audit.AuditCommand;
import advisor.cli.command.AcceleratorsCommand;
import advisor.cli.command.AdviseCommand;
import advisor.cli.command.BatchCommand;
import advisor.cli.command.CacheCommand;
import advisor.cli.command.CompareCommand;
import advisor.cli.command.ExplainCommand;
import advisor.cli.command.ModelsCommand;
import advisor.cli.command.OptionsCommand;
import advisor.cli.command.ServeCommand;
import advisor.cli.command.SizeCommand;
import advisor.cli.command.SourcesCommand;
import advisor.cli.option.ExitCode;
import advisor.cli.option.Speech;
import advisor.cli.rules.RulesCommand;
import advisor.request.BadRequestException;
import advisor.rules.session.RuleFailure;
import advisor.text.AdvisorVersion;
import advisor.text.Language;
import advisor.text.LoadException;
import advisor.text.UnknownNameException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line without the process around it. */
@Command(
        name = "advisor",
        description = "Explained verdicts on every way to run a large language model.",
        mixinStandardHelpOptions = true,
        resourceBundle = "advisor.cli.Help",
        version = "advisor " + AdvisorVersion.NUMBER,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:some option is viable",
            "1:internal fault",
            "2:bad usage or bad request",
            "3:no option is viable",
            "4:rules or catalog do not load, or a rule fails",
            "5:a check, a test or the coverage of rules failed, or a record is damaged or replays otherwise"
        })
public final class CommandLineProgram implements Runnable {
    @Option(names = "--debug", description = "Show stack traces.", scope = ScopeType.INHERIT)
    private boolean debug;

    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    /** The commands by their names, in the order of the help. */
    private static final Map<String, Class<?>> COMMANDS = commands();

    private CommandLineProgram() {}

    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("advise", AdviseCommand.class);
        commands.put("explain", ExplainCommand.class);
        commands.put("compare", CompareCommand.class);
        commands.put("batch", BatchCommand.class);
        commands.put("size", SizeCommand.class);
        commands.put("models", ModelsCommand.class);
        commands.put("options", OptionsCommand.class);
        commands.put("accelerators", AcceleratorsCommand.class);
        commands.put("sources", SourcesCommand.class);
        commands.put("rules", RulesCommand.class);
        commands.put("serve", ServeCommand.class);
        commands.put("audit", AuditCommand.class);
        commands.put("cache", CacheCommand.class);
        return commands;
    }

    /** The one command that is named first, since each costs time to describe; all of them if none is. */
    private static CommandLine commandLine(CommandLineProgram program, String[] args) {
        CommandLine commandLine = new CommandLine(program);
        String first = args.length == 0 ? "" : args[0];
        COMMANDS.forEach((name, type) -> {
            if (name.equals(first) || !COMMANDS.containsKey(first)) {
                commandLine.addSubcommand(name, type);
            }
        });
        return commandLine;
    }

    /** Runs one command and returns its exit code. Nothing is read from standard input. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        CommandLineProgram program = new CommandLineProgram();
        CommandLine commandLine = commandLine(program, args)
                .setOut(writer(out))
                .setErr(writer(err))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.AUTO));
        commandLine.setExecutionExceptionHandler((exception, command, parsed) -> program.fail(exception, command));
        return commandLine.execute(args);
    }

    @Override
    public void run() {
        CommandLine.Model.CommandSpec known = spec;
        if (known != null) {
            throw new CommandLine.ParameterException(known.commandLine(), "A command is missing.");
        }
    }

    private int fail(Exception exception, CommandLine command) throws Exception {
        if (debug) {
            throw exception;
        }
        command.getErr().println(message(exception, Speech.of(command)));
        command.getErr().flush();
        return exitCode(exception);
    }

    private static String message(Exception exception, Language language) {
        if (exception instanceof BadRequestException bad) {
            return bad.message(language);
        }
        if (exception instanceof UnknownNameException unknown) {
            return unknown.message(language);
        }
        if (exception instanceof DamagedRecordException damaged) {
            return damaged.message(language);
        }
        return exitCode(exception) == ExitCode.INTERNAL_FAULT
                ? "Internal fault: %s%nMaybe --debug tells more.".formatted(exception)
                : String.valueOf(exception.getMessage());
    }

    private static int exitCode(Exception exception) {
        if (exception instanceof BadRequestException || exception instanceof UnknownNameException) {
            return ExitCode.BAD_REQUEST;
        }
        if (exception instanceof DamagedRecordException) {
            return ExitCode.FAILED;
        }
        return exception instanceof LoadException || exception instanceof RuleFailure
                ? ExitCode.DOES_NOT_LOAD
                : ExitCode.INTERNAL_FAULT;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
