package advisor.cli.command;

import advisor.cli.option.ExitCode;
import advisor.cli.option.Locations;
import advisor.cli.option.NetworkOptions;
import advisor.cli.option.Speech;
import advisor.http.AdvisorServer;
import advisor.http.HealthPort;
import advisor.http.gate.ServerOptions;
import advisor.http.live.LiveKnowledge;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code advisor serve}. */
@Command(
        name = "serve",
        description = "The advisor in a browser and over HTTP, until it is interrupted.",
        mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
    @Mixin
    private final NetworkOptions network = new NetworkOptions();

    @Option(names = "--edit", description = "Let rules be edited in the page.")
    private boolean edit;

    @Mixin
    private final Locations locations = new Locations();

    @Mixin
    @SuppressWarnings("UnusedVariable") // read through the command line
    private final Speech speech = new Speech();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        ServerOptions options = network.serverOptions(edit, err::println);
        Clock clock = Clock.systemUTC();
        try (LiveKnowledge knowledge = LiveKnowledge.start(
                                locations.rulesFolders(),
                                locations.catalogFolders(),
                                locations.compiler(),
                                locations.cache(),
                                clock)
                        .watching();
                AdvisorServer server = AdvisorServer.start(options, knowledge, clock);
                HealthPort health = healthPort(options.host(), knowledge, server)) {
            // In a hook, since nothing else runs when the process is told to end.
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "advisor-drain"));
            out.println(server.address());
            if (health != null) {
                out.println(health.address());
            }
            Thread.currentThread().join();
        }
        return ExitCode.OK;
    }

    private @Nullable HealthPort healthPort(String host, LiveKnowledge knowledge, AdvisorServer server) {
        Integer port = network.healthPort();
        return port == null ? null : HealthPort.open(host, port, knowledge, server::hasRoom);
    }
}
