package advisor.http.call;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.Advisor;
import advisor.http.AdvisorServer;
import advisor.http.TestServer;
import advisor.http.route.ApiDocument;
import advisor.rules.RuleBook;
import advisor.rules.session.Patience;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private static final AdvisorServer SERVER = TestServer.shared();
    private static final JsonMapper MAPPER = new JsonMapper();

    @Test
    void everyFaultIsNamedWithItsFieldInBothLanguages() throws Exception {
        JsonNode problem =
                problem(400, advice("{\"model\": \"deepseek-r1\", \"budget\": \"much\", \"streams\": 0, \"x\": 1}"));
        assertThat(problem.path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("x", "streams", "budget");
        assertThat(problem.path("errors").findValuesAsText("en")).anyMatch(text -> text.contains("(much)"));
        assertThat(problem.path("errors").findValuesAsText("zh")).anyMatch(text -> text.contains("预算"));
    }

    @Test
    void fieldsThatAreNotPlainAreNamed() throws Exception {
        JsonNode problem = problem(400, advice("{\"model\": [1], \"streams\": {}, \"min-speed\": [2]}"));
        assertThat(problem.path("errors").findValuesAsText("field")).containsExactly("model", "streams", "min-speed");
    }

    @Test
    void anAssumptionOutOfBoundsIsAFaultOfItsField() throws Exception {
        JsonNode problem = problem(400, advice("{\"model\": \"deepseek-r1\", \"assume\": {\"cost/no-such\": 1}}"));
        assertThat(problem.at("/errors/0/field").asText()).isEqualTo("assume");
    }

    @Test
    void aDayBeforeAllFiguresIsAFaultOfItsField() throws Exception {
        JsonNode problem = problem(400, advice("{\"model\": \"deepseek-r1\", \"as-of\": \"1999-01-01\"}"));
        assertThat(problem.at("/errors/0/field").asText()).isEqualTo("as-of");
    }

    /** It is not the program's fault, and another time it may do. */
    @Test
    void aJudgementThatIsLateIsTooSlowAndNamesWhereItWas() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        RuleBook impatient = Shipped.rules()
                .within(new Patience(
                        Duration.ofHours(1), () -> false, () -> asked.incrementAndGet() > 99 ? Long.MAX_VALUE : 0));
        Advisor advisor = new Advisor(Shipped.catalog(), impatient);
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            new Failures(new ServerLog(line -> {})).addTo(config.routes);
            config.routes.get("/late", context -> advisor.advise(Shipped.request("model", "deepseek-r1")));
        });
        server.start("127.0.0.1", 0);
        try {
            URI late = URI.create("http://127.0.0.1:%s/late".formatted(server.port()));
            HttpResponse<String> answer =
                    TestServer.send(HttpRequest.newBuilder(late).header("Accept-Language", "zh"));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            assertThat(answer.body())
                    .contains(
                            "too-slow",
                            "判断在 3600 秒后被停止，当时在规则 rules/",
                            "stopped after 3600 seconds, at the rule at rules/");
        } finally {
            server.stop();
        }
    }

    @Test
    void titleAndDetailSpeakTheLanguageOfTheCall() throws Exception {
        HttpResponse<String> answer = TestServer.send(TestServer.call(SERVER, "/api/advice")
                .header("Content-Type", "application/json")
                .header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8")
                .POST(BodyPublishers.ofString("{\"model\": \"deepseek-r2\"}")));
        JsonNode problem = problem(400, answer);
        assertThat(problem.path("title").asText()).isEqualTo("请求有误");
        assertThat(problem.path("detail").asText()).contains("目录中没有");
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        problem(404, TestServer.get(SERVER, "/api/no-such"));
        problem(404, TestServer.get(SERVER, "/no-such.html"));
    }

    @Test
    void anotherMethodIsRefusedWithThoseThatAre() throws Exception {
        HttpResponse<String> answer = TestServer.get(SERVER, "/api/advice");
        problem(405, answer);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void everyKindHasACodeForPrograms() throws Exception {
        assertThat(problem(400, advice("{\"x\": 1}")).path("code").asText()).isEqualTo("faulty-field");
        assertThat(problem(400, advice("[]")).path("code").asText()).isEqualTo("faulty-request");
        JsonNode missing = problem(404, TestServer.get(SERVER, "/api/no-such"));
        assertThat(missing.path("type").asText()).isEqualTo("urn:advisor:problem:not-found");
    }

    @Test
    void theDocumentListsEveryKind() throws Exception {
        JsonNode kinds = ApiDocument.ROOT.at("/components/schemas/Problem/properties");
        JsonNode problem = problem(400, advice("{}"));
        for (String name : List.of("type", "code")) {
            assertThat(kinds.path(name).path("enum"))
                    .hasSizeGreaterThan(15)
                    .doesNotHaveDuplicates()
                    .contains(problem.path(name));
        }
    }

    /** "Maybe --model" fits a terminal. */
    @Test
    void hintsNameFieldsAndNotOptions() throws Exception {
        for (String body : List.of("{}", "{\"modle\": \"x\"}", "{\"model\": \"deepseek-r1\", \"stream\": 1}")) {
            String answer = advice(body).body();
            assertThat(answer).containsAnyOf("model", "streams").doesNotContain("--", "advisor models");
        }
        assertThat(advice("{}").body()).contains("/api/models");
    }

    @Test
    void aBodyIsLimited() throws Exception {
        problem(413, advice(" ".repeat(JsonBody.MOST_BYTES + 1)));
        problem(400, advice(" ".repeat(JsonBody.MOST_BYTES)));
    }

    @Test
    void aBodyWithoutALengthIsLimitedToo() throws Exception {
        byte[] tooMuch = " ".repeat(JsonBody.MOST_BYTES + 1).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        problem(
                413,
                TestServer.send(TestServer.call(SERVER, "/api/advice")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(tooMuch)))));
    }

    @Test
    void onlyJsonIsRead() throws Exception {
        HttpResponse<String> answer = TestServer.send(
                TestServer.call(SERVER, "/api/advice").POST(BodyPublishers.ofString("{\"model\": \"deepseek-r1\"}")));
        problem(415, answer);
    }

    @Test
    void bodiesThatAreNoJsonSayWhere() throws Exception {
        assertThat(problem(400, advice("{\"model\": }")).path("detail").asText())
                .contains("line 1, column 11");
        assertThat(problem(400, advice("{\"a\": 1, \"a\": 2}")).path("detail").asText())
                .contains("twice");
        assertThat(problem(400, advice("[".repeat(100))).path("detail").asText())
                .contains("nest deeper");
        assertThat(problem(400, advice("")).path("detail").asText()).contains("must be a JSON object");
    }

    @Test
    void whatIsNoHttpIsAProblemToo() throws Exception {
        assertThat(TestServer.raw(SERVER, "GET /%zz HTTP/1.1", "Host: HERE"))
                .startsWith("HTTP/1.1 400")
                .contains(ProblemDetails.MEDIA_TYPE, "requestId", "Content-Security-Policy");
    }

    @Test
    void aPlainRequestIdIsKeptAndAnyOtherReplaced() throws Exception {
        assertThat(idOf("a-1.B_2")).isEqualTo("a-1.B_2");
        assertThat(idOf("a b")).isNotEqualTo("a b").hasSize(36);
        assertThat(idOf("x".repeat(65))).hasSize(36);
        assertThat(idOf("x")).isNotEqualTo(idOf("y"));
    }

    private static String idOf(String given) throws Exception {
        HttpResponse<String> answer =
                TestServer.send(TestServer.call(SERVER, "/api/no-such").header("X-Request-Id", given));
        String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(problem(404, answer).path("requestId").asText()).isEqualTo(id);
        return id;
    }

    private static JsonNode problem(int status, HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(ProblemDetails.MEDIA_TYPE);
        JsonNode problem = MAPPER.readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        return problem;
    }

    private static HttpResponse<String> advice(String body) throws Exception {
        return TestServer.post(SERVER, "/api/advice", body);
    }
}
