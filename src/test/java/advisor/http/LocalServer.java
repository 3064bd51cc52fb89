package advisor.http;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.cache.Cache;
import advisor.engine.RuleCompiler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;

/** A server of the shipped rules and catalog on a free port, and a client of it. */
final class LocalServer implements AutoCloseable {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final AdvisorServer server;

    private LocalServer(AdvisorServer server) {
        this.server = server;
    }

    static LocalServer start() {
        Clock clock = Clock.fixed(Shipped.TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        LiveKnowledge knowledge =
                LiveKnowledge.start(Path.of("rules"), Path.of("catalog"), new RuleCompiler(), Cache.NONE, clock);
        return new LocalServer(AdvisorServer.start(
                new ServerOptions("127.0.0.1", 0, null, false, Limits.ofMachine()), knowledge, clock));
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(server.address().resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** The answer to a call that succeeds. */
    JsonNode answer(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return MAPPER.readTree(answer.body());
    }

    @Override
    public void close() {
        server.close();
    }
}
