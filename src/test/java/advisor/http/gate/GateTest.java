package advisor.http.gate;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.http.AdvisorServer;
import advisor.http.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
    private static final AdvisorServer SERVER = TestServer.shared();
    private static final String TOKEN = "0123456789abcdef0123";
    private static final String OTHER = "https://other.example";

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:PORT", "127.0.0.1", "127.0.0.1:1", "[::2]:PORT"})
    void anotherHostIsRefused(String host) throws Exception {
        assertThat(ofHost(host)).startsWith("HTTP/1.1 421").contains("requestId");
    }

    @Test
    void whatIsNoHostIsNoCall() throws Exception {
        assertThat(ofHost("127.0.0.1:99999")).startsWith("HTTP/1.1 400");
        assertThat(ofHost("127.0.0.1:PORT, evil.example")).startsWith("HTTP/1.1 4");
        assertThat(TestServer.raw(SERVER, "GET /api/health HTTP/1.0")).startsWith("HTTP/1.1 421");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:PORT", "LocalHost:PORT", "127.0.0.1:PORT", "[::1]:PORT"})
    void theOwnHostIsServed(String host) throws Exception {
        assertThat(ofHost(host)).startsWith("HTTP/1.1 200");
    }

    @Test
    void aNamedHostIsServedWhateverItsPort() throws Exception {
        try (AdvisorServer server = TestServer.start(TestServer.options().named(Set.of("advisor.example")))) {
            assertThat(TestServer.raw(server, "GET /api/health HTTP/1.1", "Host: Advisor.Example"))
                    .startsWith("HTTP/1.1 200");
            assertThat(TestServer.raw(server, "GET /api/health HTTP/1.1", "Host: other.example"))
                    .startsWith("HTTP/1.1 421");
        }
    }

    @Test
    void aPageOfAnotherSiteMayNotAsk() throws Exception {
        assertThat(advice("Origin: " + OTHER)).startsWith("HTTP/1.1 403");
        assertThat(advice("Origin: null")).startsWith("HTTP/1.1 403");
        assertThat(advice("Sec-Fetch-Site: cross-site")).startsWith("HTTP/1.1 403");
        assertThat(advice("Sec-Fetch-Site: same-site")).startsWith("HTTP/1.1 403");
    }

    @Test
    void theOwnPageMayAsk() throws Exception {
        assertThat(advice("Origin: http://HERE", "Sec-Fetch-Site: same-origin")).startsWith("HTTP/1.1 415");
        assertThat(advice("Origin: https://HERE", "Sec-Fetch-Site: same-origin"))
                .as("behind a proxy that adds TLS")
                .startsWith("HTTP/1.1 415");
    }

    @Test
    void aWriteNeedsAHeaderThatNoFormCanSend() throws Exception {
        assertThat(TestServer.raw(SERVER, "PUT /api/files/rules/x.drl HTTP/1.1", "Host: HERE"))
                .startsWith("HTTP/1.1 403");
        assertThat(TestServer.raw(
                        SERVER, "PUT /api/files/rules/x.drl HTTP/1.1", "Host: HERE", "X-Requested-With: advisor"))
                .doesNotContain("X-Requested-With: advisor.");
    }

    /** Nobody is told to be another who could not do it either. */
    @Test
    void aMethodThatIsNotOfferedIsToldBeforeWhoMayUseIt() throws Exception {
        for (String method : List.of("PUT", "DELETE", "PATCH", "TRACE")) {
            assertThat(TestServer.raw(SERVER, method + " /api/advice HTTP/1.1", "Host: HERE"))
                    .as(method)
                    .startsWith("HTTP/1.1 405")
                    .contains("Allow: POST");
        }
    }

    @Test
    void headIsAnsweredAsGetWithoutTheBody() throws Exception {
        for (String path : List.of("/api/health", "/api/models", "/", "/api/no-such", "/api/advice")) {
            String head = TestServer.raw(SERVER, "HEAD " + path + " HTTP/1.1", "Host: HERE");
            String get = TestServer.raw(SERVER, "GET " + path + " HTTP/1.1", "Host: HERE");
            assertThat(head.split("\r\n\r\n", 2)[1]).as(path).isEmpty();
            assertThat(head.lines().findFirst()).as(path).isEqualTo(get.lines().findFirst());
        }
    }

    @Test
    void noHeaderChangesTheMethod() throws Exception {
        assertThat(TestServer.raw(SERVER, "GET /api/advice HTTP/1.1", "Host: HERE", "X-HTTP-Method-Override: POST"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void noOriginIsLetInUnlessItIsNamed() throws Exception {
        assertThat(TestServer.raw(SERVER, "GET /api/health HTTP/1.1", "Host: HERE", "Origin: " + OTHER))
                .startsWith("HTTP/1.1 200")
                .doesNotContain("Access-Control");
    }

    @Test
    void aNamedOriginMayAskAndNotWrite() throws Exception {
        try (AdvisorServer server = TestServer.start(TestServer.options().withCors(OTHER))) {
            String[] from = {"Host: HERE", "Origin: " + OTHER, "Sec-Fetch-Site: cross-site"};
            assertThat(TestServer.raw(server, "GET /api/health HTTP/1.1", from))
                    .contains("Access-Control-Allow-Origin: " + OTHER, "Vary: Origin");
            assertThat(TestServer.raw(server, "POST /api/advice HTTP/1.1", from))
                    .startsWith("HTTP/1.1 415");
            assertThat(TestServer.raw(
                            server,
                            "PUT /api/files/rules/x.drl HTTP/1.1",
                            "Host: HERE",
                            "Origin: " + OTHER,
                            "X-Requested-With: advisor"))
                    .startsWith("HTTP/1.1 403");
            assertThat(TestServer.raw(server, "GET /api/health HTTP/1.1", "Host: HERE", "Origin: https://evil.example"))
                    .doesNotContain("Access-Control");
        }
    }

    @Test
    void aBrowserMayAskWhetherANamedOriginMayAsk() throws Exception {
        ServerOptions options = TestServer.options(TOKEN, false).withCors(OTHER);
        try (AdvisorServer server = TestServer.start(options)) {
            assertThat(TestServer.raw(
                            server,
                            "OPTIONS /api/advice HTTP/1.1",
                            "Host: HERE",
                            "Origin: " + OTHER,
                            "Access-Control-Request-Method: POST"))
                    .startsWith("HTTP/1.1 204")
                    .contains("Access-Control-Allow-Methods: GET, POST");
        }
    }

    @Test
    void withoutTheTokenTheApiIsClosedAndThePageOpen() throws Exception {
        try (AdvisorServer server = TestServer.start(TestServer.options(TOKEN, false))) {
            HttpResponse<String> refused = TestServer.get(server, "/api/models");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            assertThat(TestServer.get(server, "/api/metrics").statusCode()).isEqualTo(401);
            assertThat(TestServer.get(server, "/api/no-such").statusCode()).isEqualTo(401);
            for (String file : List.of("/", "/api.js", "/app.js")) {
                assertThat(TestServer.get(server, file).statusCode()).as(file).isEqualTo(200);
            }
            assertThat(withToken(server, TOKEN.substring(1)).statusCode()).isEqualTo(401);
            assertThat(withToken(server, TOKEN + "0").statusCode()).isEqualTo(401);
            assertThat(withToken(server, TOKEN).statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%61pi/models",
                "//api/models",
                "/./api/models",
                "/x/../api/models",
                "/API/models",
                "/api;x=1/models",
                "/api%2fmodels"
            })
    void noOtherSpellingOfThePathGoesAroundTheToken(String path) throws Exception {
        try (AdvisorServer server = TestServer.start(TestServer.options(TOKEN, false))) {
            assertThat(TestServer.raw(server, "GET " + path + " HTTP/1.1", "Host: HERE"))
                    .doesNotContain("model-list", " 200 ");
        }
    }

    @Test
    void healthTellsStrangersNothingPrivate() throws Exception {
        try (AdvisorServer server = TestServer.start(TestServer.options(TOKEN, false))) {
            HttpResponse<String> health = TestServer.get(server, "/api/health");
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).contains("\"status\" : \"ok\"").doesNotContain("sha256", "version");
        }
        assertThat(TestServer.get(SERVER, "/api/health").body()).contains("sha256", "version");
    }

    @Test
    void everyAnswerCarriesSafetyHeaders() throws Exception {
        for (String path : new String[] {"/", "/api/health", "/no-such", "/vendor/lit-html/lit-html.js"}) {
            HttpResponse<String> answer = TestServer.get(SERVER, path);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        }
        assertThat(TestServer.get(SERVER, "/api/health").headers().firstValue("Cache-Control"))
                .contains("no-store");
    }

    private static HttpResponse<String> withToken(AdvisorServer server, String token) throws Exception {
        return TestServer.send(TestServer.call(server, "/api/models").header("Authorization", "Bearer " + token));
    }

    private static String ofHost(String host) throws Exception {
        String port = Integer.toString(SERVER.address().getPort());
        return TestServer.raw(SERVER, "GET /api/health HTTP/1.1", "Host: " + host.replace("PORT", port));
    }

    /** A call that passes the gate if it is refused for what it lacks behind it: a JSON body. */
    private static String advice(String... headers) throws Exception {
        String[] all = new String[headers.length + 1];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Host: HERE";
        return TestServer.raw(SERVER, "POST /api/advice HTTP/1.1", all);
    }

    /** Who asks again is not sent the same list again; an answer is known by its decision. */
    @Test
    void answersHaveTags() throws Exception {
        String tag = TestServer.get(SERVER, "/api/models")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        HttpResponse<String> again =
                TestServer.send(TestServer.call(SERVER, "/api/models").header("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        HttpResponse<String> advice =
                TestServer.post(SERVER, "/api/advice", "{\"model\": \"deepseek-r1\", \"as-of\": \"2026-11-22\"}");
        String decision = advice.headers().firstValue("ETag").orElseThrow().replace("\"", "");
        assertThat(advice.body()).contains("\"decisionId\":\"" + decision);
        JsonNode health =
                new JsonMapper().readTree(TestServer.get(SERVER, "/api/health").body());
        assertThat(TestServer.get(SERVER, "/api/metrics").body())
                .contains("advisor_build_info{", "version=")
                .contains("rules=\"" + health.at("/ruleBase/sha256").asText() + "\"")
                .contains("catalog=\"" + health.at("/catalog/sha256").asText() + "\"");
    }

    @Test
    void answersArePackedAsTheCallerReadsThem() throws Exception {
        HttpRequest.Builder call = TestServer.call(TestServer.shared(), "/api/models");
        HttpResponse<byte[]> packed = HttpClient.newHttpClient()
                .send(call.header("Accept-Encoding", "zstd").build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("zstd");
        String models = TestServer.get(TestServer.shared(), "/api/models").body();
        assertThat(new ZstdInputStream(new ByteArrayInputStream(packed.body()))).hasContent(models);
        assertThat(packed.body().length).isLessThan(models.length() / 2);
    }
}
