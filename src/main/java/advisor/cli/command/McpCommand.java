package advisor.cli.command;

import advisor.advice.Advisor;
import advisor.cli.option.InputLines;
import advisor.cli.option.Locations;
import advisor.cli.option.ModelArgument;
import advisor.cli.option.Speech;
import advisor.mcp.AgentServer;
import advisor.mcp.Desk;
import advisor.rules.RuleLoader;
import advisor.workshop.TestBench;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code advisor mcp}: a message a line in, an answer a line out, until the input ends. */
@Command(
        name = "mcp",
        description = "The advisor for agents: a server of the Model Context Protocol on standard input and output.",
        mixinStandardHelpOptions = true)
public final class McpCommand implements Callable<Integer> {
    @Mixin
    private final Locations locations = new Locations();

    @Mixin
    private final Speech speech = new Speech();

    @Spec
    private @Nullable CommandSpec spec;

    private final InputStream in;

    public McpCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        locations.beginRules();
        Advisor advisor = new Advisor(locations.catalog(), locations.rules());
        TestBench bench = TestBench.read(locations.rulesFolders()).withoutScenarios();
        AgentServer server = new AgentServer(() -> desk(advisor, bench));
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        InputLines lines = new InputLines(in);
        for (InputLines.Line line = lines.next(); line != null; line = lines.next()) {
            String answer = server.answer(Objects.requireNonNullElse(line.text(), ""));
            if (answer != null) {
                out.println(answer);
                out.flush();
            }
        }
        return 0;
    }

    /** It runs for days: each call has its own day. */
    private Desk desk(Advisor advisor, TestBench bench) {
        return new Desk(
                advisor,
                bench,
                files -> RuleLoader.tryLoad(files, locations.compiler()),
                ModelArgument::question,
                speech.language(),
                LocalDate.now(ZoneOffset.UTC));
    }
}
