package advisor.http;

import advisor.AdviceJson;
import advisor.Patience;
import advisor.ShippedCopy;
import advisor.cache.Cache;
import advisor.http.gate.ServerOptions;
import advisor.http.live.LiveKnowledge;
import advisor.rules.compile.RuleCompiler;
import advisor.text.Layers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** A server over a copy of the shipped catalog and of two rule files, which a test may edit. */
public final class SmallServer implements AutoCloseable {
    static final Clock CLOCK =
            Clock.fixed(LocalDate.of(2026, 11, 22).atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    final Path home;
    public final LiveKnowledge knowledge;
    final RuleCompiler compiler;
    private final AdvisorServer server;

    private SmallServer(Path home, RuleCompiler compiler, LiveKnowledge knowledge, AdvisorServer server) {
        this.home = home;
        this.compiler = compiler;
        this.knowledge = knowledge;
        this.server = server;
    }

    /** An answer, with its body if that is JSON. */
    public record Reply(int status, String body) {
        public JsonNode json() throws IOException {
            return MAPPER.readTree(body);
        }
    }

    public static SmallServer start(Path home, boolean editing) throws IOException {
        ShippedCopy.catalog(home.resolve("catalog"));
        Path rules = Files.createDirectories(home.resolve("rules/scenarios")).getParent();
        for (String file : List.of("power.drl", "warranty.drl", "lint.yaml", "scenarios/power.yaml")) {
            Files.copy(Path.of("rules", file), rules.resolve(file));
        }
        RuleCompiler compiler = new RuleCompiler();
        LiveKnowledge knowledge = LiveKnowledge.start(
                Layers.ofRules(rules), Layers.ofCatalog(home.resolve("catalog")), compiler, Cache.NONE, CLOCK);
        return new SmallServer(home, compiler, knowledge, AdvisorServer.start(options(editing), knowledge, CLOCK));
    }

    private static ServerOptions options(boolean editing) {
        return TestServer.options(null, editing).within(TestServer.PATIENT);
    }

    @Override
    public void close() {
        server.close();
        knowledge.close();
    }

    public Path rule(String name) {
        return home.resolve("rules").resolve(name);
    }

    public Reply get(String path) throws Exception {
        return send(path, "GET", BodyPublishers.noBody());
    }

    public Reply post(String path, Map<String, ?> body) throws Exception {
        return send(path, "POST", BodyPublishers.ofString(MAPPER.writeValueAsString(body)));
    }

    public Reply put(String path, Map<String, ?> body) throws Exception {
        return send(path, "PUT", BodyPublishers.ofString(MAPPER.writeValueAsString(body)));
    }

    public JsonNode health() throws Exception {
        return get("/api/health").json();
    }

    /** Health as soon as it is as wanted. */
    public JsonNode healthWhen(Predicate<JsonNode> wanted) throws Exception {
        AtomicReference<JsonNode> last = new AtomicReference<>();
        Patience.until("health as wanted", () -> {
            last.set(health());
            return wanted.test(last.get());
        });
        return last.get();
    }

    /** Brings a record. */
    Reply post(String path, String record) throws Exception {
        return send(path, "POST", "application/gzip", Records.packed(record));
    }

    private Reply send(String path, String method, HttpRequest.BodyPublisher body) throws Exception {
        return send(path, method, "application/json", body);
    }

    private Reply send(String path, String method, String type, HttpRequest.BodyPublisher body) throws Exception {
        HttpResponse<String> response = CLIENT.send(
                HttpRequest.newBuilder(server.address().resolve(path))
                        .header("Content-Type", type)
                        .header("X-Requested-With", "advisor")
                        .method(method, body)
                        .build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Reply(response.statusCode(), AdviceJson.checked(response.body()));
    }
}
