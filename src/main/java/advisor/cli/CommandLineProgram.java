package advisor.cli;

import advisor.cli.audit.AuditCommand;
import advisor.cli.command.AcceleratorsCommand;
import advisor.cli.command.AdviseCommand;
import advisor.cli.command.BatchCommand;
import advisor.cli.command.CacheCommand;
import advisor.cli.command.CatalogGroupCommand;
import advisor.cli.command.CompareCommand;
import advisor.cli.command.CompletionCommand;
import advisor.cli.command.ExplainCommand;
import advisor.cli.command.LaunchCommand;
import advisor.cli.command.McpCommand;
import advisor.cli.command.ModelsCommand;
import advisor.cli.command.OptionsCommand;
import advisor.cli.command.ServeCommand;
import advisor.cli.command.SizeCommand;
import advisor.cli.command.SourcesCommand;
import advisor.cli.option.CommandGroup;
import advisor.cli.option.ExitCode;
import advisor.cli.option.Progress;
import advisor.cli.option.Speech;
import advisor.cli.rules.RulesCommand;
import advisor.text.AdvisorVersion;
import advisor.text.Text;
import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
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
        subcommands = {CommandLine.HelpCommand.class, CompletionCommand.class},
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

    @Option(
            names = "--no-pager",
            description = "Show the answer at once, however long it is; else a terminal shows it by $PAGER.",
            scope = ScopeType.INHERIT)
    @SuppressWarnings("UnusedVariable") // the launcher heeds it
    private boolean atOnce;

    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    /** The commands by their names, in the order of the help. */
    private static final Map<String, Making> COMMANDS = commands();

    /** Makes a command from all arguments and from where an answer goes that is no text. */
    @FunctionalInterface
    private interface Making {
        Object of(List<String> arguments, OutputStream bytes);
    }

    private CommandLineProgram() {}

    private static Map<String, Making> commands() {
        Map<String, Making> commands = new LinkedHashMap<>();
        commands.put("advise", AdviseCommand::begun);
        commands.put("explain", (arguments, bytes) -> new ExplainCommand());
        commands.put("compare", (arguments, bytes) -> new CompareCommand());
        commands.put("launch", (arguments, bytes) -> new LaunchCommand());
        commands.put("batch", (arguments, bytes) -> new BatchCommand());
        commands.put("size", (arguments, bytes) -> new SizeCommand());
        commands.put("models", (arguments, bytes) -> new ModelsCommand());
        commands.put("options", (arguments, bytes) -> new OptionsCommand());
        commands.put("accelerators", (arguments, bytes) -> new AcceleratorsCommand());
        commands.put("catalog", (arguments, bytes) -> new CatalogGroupCommand());
        commands.put("sources", (arguments, bytes) -> new SourcesCommand());
        commands.put("rules", (arguments, bytes) -> new RulesCommand());
        commands.put("serve", (arguments, bytes) -> new ServeCommand());
        commands.put("mcp", (arguments, bytes) -> new McpCommand(System.in));
        commands.put("audit", (arguments, bytes) -> new AuditCommand());
        commands.put("cache", (arguments, bytes) -> new CacheCommand());
        return commands;
    }

    private static CommandLine commandLine(CommandLineProgram program, List<String> arguments, OutputStream bytes) {
        Map<String, Object> named = named(arguments, bytes);
        CommandLine commandLine = new CommandLine(program);
        named.forEach(commandLine::addSubcommand);
        return commandLine;
    }

    /** With all commands and their examples. */
    static CommandLine whole() {
        CommandLine whole = commandLine(new CommandLineProgram(), List.of(), OutputStream.nullOutputStream())
                .setCaseInsensitiveEnumValuesAllowed(true);
        Examples.addTo(whole);
        return whole;
    }

    /** The one command that is named first, since each costs time to describe; all of them if none is. */
    private static Map<String, Object> named(List<String> arguments, OutputStream bytes) {
        String first = arguments.isEmpty() ? "" : arguments.get(0);
        Map<String, Object> named = new LinkedHashMap<>();
        COMMANDS.forEach((name, command) -> {
            if (name.equals(first) || !COMMANDS.containsKey(first)) {
                named.put(name, command.of(arguments, bytes));
            }
        });
        return named;
    }

    /**
     * Runs one command and returns its exit code: that of an internal fault if its answer could not be written. Nothing is
     * read from standard input.
     */
    public static int run(String[] args, OutputStream out, PrintStream err) {
        CommandLineProgram program = new CommandLineProgram();
        StillAtWork work = StillAtWork.at(args.length == 0 ? "" : args[0], err, Boolean.getBoolean(Progress.TERMINAL));
        StandardOutput answer = new StandardOutput(out, work::end);
        CommandLine commandLine = commandLine(program, List.of(args), answer)
                .setOut(writer(answer))
                .setErr(writer(err))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.AUTO));
        commandLine.setExecutionExceptionHandler((exception, command, parsed) -> {
            work.end();
            return program.fail(exception, command);
        });
        commandLine.setParameterExceptionHandler((wrong, arguments) -> {
            wrong.getCommandLine().getErr().println(Misuse.told(wrong, List.of(args)));
            return ExitCode.BAD_REQUEST;
        });
        Examples.addTo(commandLine);
        int exitCode = commandLine.execute(args);
        commandLine.getOut().flush();
        work.end();
        String lost = answer.failure();
        if (lost == null) {
            return exitCode;
        }
        err.println(unwritten(lost).in(Speech.of(last(commandLine))));
        return ExitCode.INTERNAL_FAULT;
    }

    private static Text unwritten(String why) {
        return new Text(
                "The answer was not written: %s. Maybe the disk is full or the output is closed.".formatted(why),
                "答案未能写出：%s。可能磁盘已满，或输出已关闭。".formatted(why));
    }

    /** The command that was run. */
    private static CommandLine last(CommandLine commandLine) {
        CommandLine.ParseResult parsed = commandLine.getParseResult();
        List<CommandLine> named = parsed == null ? List.of() : parsed.asCommandLineList();
        return named.isEmpty() ? commandLine : named.get(named.size() - 1);
    }

    @Override
    public void run() {
        CommandLine.Model.CommandSpec known = spec;
        if (known != null) {
            throw CommandGroup.without(known);
        }
    }

    private int fail(Exception exception, CommandLine command) throws Exception {
        if (debug) {
            throw exception;
        }
        command.getErr().println(Failure.message(exception, Speech.of(command)));
        command.getErr().flush();
        return Failure.exitCode(exception);
    }

    private static PrintWriter writer(OutputStream stream) {
        Writer text = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        return new PrintWriter(new TerminalWriter(text), true);
    }
}
