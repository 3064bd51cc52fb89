package advisor.http;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.cache.Cache;
import advisor.engine.RuleCompiler;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AdvisorServerTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static AdvisorServer server;

    @BeforeAll
    static void start() {
        Clock clock = Clock.fixed(LocalDate.of(2026, 11, 22).atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        LiveKnowledge knowledge =
                LiveKnowledge.start(Path.of("rules"), Path.of("catalog"), new RuleCompiler(), Cache.NONE, clock);
        server = AdvisorServer.start(new ServerOptions("127.0.0.1", 0, null, false), knowledge, clock);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void anAdviceIsTheOneOfTheCommandLine() throws Exception {
        HttpResponse<String> answer = post("/api/advice", "{\"model\": \"deepseek-r1\", \"budget\": \"3000000CNY\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"recommended\":\"hosted-r1-third-party\"");
    }

    @Test
    void anUnknownModelIsAFaultOfItsField() throws Exception {
        HttpResponse<String> answer = post("/api/advice", "{\"model\": \"deepseek-r2\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\" : \"model\"");
    }

    @Test
    void aModelMayBeDescribed() throws Exception {
        String config = Files.readString(Path.of("src/test/resources/models/qwen3-235b-a22b.json"));
        HttpResponse<String> answer = post("/api/advice", "{\"model-config\": " + config + "}");
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(server.address().resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
