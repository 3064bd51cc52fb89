package advisor.http.browser;

import advisor.Patience;
import advisor.Shipped;
import advisor.ShippedCopy;
import advisor.cache.Cache;
import advisor.http.AdvisorServer;
import advisor.http.call.Limits;
import advisor.http.gate.ServerOptions;
import advisor.http.live.LiveKnowledge;
import advisor.rules.compile.RuleCompiler;
import advisor.text.Layers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A server on a copy of the shipped rules and catalog with a few scenarios, on a day that stands still. What the build
 * compiled of the same texts is not compiled again.
 */
final class ServedAdvisor implements AutoCloseable {
    private static final Limits PATIENT =
            new Limits(Runtime.getRuntime().availableProcessors(), 10_000, Patience.LIMIT, Patience.LIMIT);

    private final Path folder;
    private final LiveKnowledge knowledge;
    private final AdvisorServer server;

    private ServedAdvisor(Path folder, LiveKnowledge knowledge, AdvisorServer server) {
        this.folder = folder;
        this.knowledge = knowledge;
        this.server = server;
    }

    /**
     * Copies both folders into an empty one and starts.
     *
     * @param editing whether rules may be written
     */
    static ServedAdvisor start(Path folder, boolean editing) throws IOException {
        return start(folder, editing, null);
    }

    /** The same, open to those alone who know a token. */
    static ServedAdvisor start(Path folder, boolean editing, @Nullable String token) throws IOException {
        Path rules = ShippedCopy.rules(folder.resolve("rules"));
        Path catalog = ShippedCopy.catalog(folder.resolve("catalog"));
        Clock clock = Clock.fixed(Shipped.TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        Cache cache = Cache.ofUser();
        LiveKnowledge knowledge = LiveKnowledge.start(
                        Layers.ofRules(rules), Layers.ofCatalog(catalog), new RuleCompiler(cache), cache, clock)
                .watching();
        ServerOptions options = new ServerOptions("127.0.0.1", 0, token, editing, Set.of(), null, PATIENT, line -> {});
        return new ServedAdvisor(folder, knowledge, AdvisorServer.start(options, knowledge, clock));
    }

    String address() {
        return server.address().toString();
    }

    Path rules() {
        return folder.resolve("rules");
    }

    Path catalog() {
        return folder.resolve("catalog");
    }

    @Override
    public void close() {
        server.close();
        knowledge.close();
    }
}
