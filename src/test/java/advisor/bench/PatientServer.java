package advisor.bench;

import advisor.Patience;
import advisor.cache.Cache;
import advisor.http.AdvisorServer;
import advisor.http.call.Limits;
import advisor.http.gate.ServerOptions;
import advisor.http.live.LiveKnowledge;
import advisor.rules.compile.RuleCompiler;
import advisor.text.Layers;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** {@code serve --port 0 --rules DIR} within limits that no machine is too slow for. */
final class PatientServer {
    private PatientServer() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path rules = Path.of(List.of(arguments).get(List.of(arguments).indexOf("--rules") + 1));
        Limits limits = new Limits(Runtime.getRuntime().availableProcessors(), 1_000, Patience.LIMIT, Patience.LIMIT);
        ServerOptions options = new ServerOptions("127.0.0.1", 0, null, false, Set.of(), null, limits, line -> {});
        Clock clock = Clock.systemUTC();
        try (LiveKnowledge knowledge = LiveKnowledge.start(
                                Layers.ofRules(rules),
                                Layers.ofCatalog(Path.of("catalog")),
                                new RuleCompiler(),
                                Cache.ofUser(),
                                clock)
                        .watching();
                AdvisorServer server = AdvisorServer.start(options, knowledge, clock)) {
            new PrintStream(System.out, true, StandardCharsets.UTF_8).println(server.address());
            Thread.currentThread().join();
        }
    }
}
