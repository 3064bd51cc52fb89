package advisor.http.route;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.http.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchRoutesTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    @Test
    void eachLineIsAnsweredInItsTurn() throws Exception {
        HttpResponse<String> answer = batch(
                """
                {"model": "deepseek-r1", "budget": "3000000CNY"}

                {"model": "any-of:qwen3-8b,llama-3.1-8b"}
                {"model": "qwen3-8b", "streams": 4}
                """);
        List<String> lines = answer.body().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/jsonl");
        assertThat(MAPPER.readTree(lines.get(0)).path("schema").asText()).isEqualTo("brief-line/1");
        assertThat(MAPPER.readTree(lines.get(1)).path("schema").asText()).isEqualTo("models/1");
        assertThat(MAPPER.readTree(lines.get(2)).path("model").asText()).isEqualTo("qwen3-8b");
    }

    @Test
    void everyFaultOfEveryLineIsTold() throws Exception {
        JsonNode problem = refused(
                """
                {"model": "deepseek-r1", "streams": "4", "lens": "mine"}
                {"model": "deepseek-r1"}
                {"model": }
                {"modle": "deepseek-r1"}
                """);
        assertThat(problem.path("errors").findValuesAsText("line")).containsExactly("1", "1", "3", "4", "4");
        assertThat(problem.path("errors").findValuesAsText("field"))
                .containsExactly("streams", "lens", "null", "modle", "model");
        assertThat(problem.at("/errors/0/text/zh").asText()).startsWith("第 1 行：");
        assertThat(problem.toString()).doesNotContain("--");
    }

    @Test
    void whatTheCatalogDoesNotHaveIsAFaultOfItsLine() throws Exception {
        JsonNode problem = refused("{\"model\": \"qwen3-8b\"}\n{\"model\": \"qwen9\"}");
        assertThat(problem.path("errors").findValuesAsText("line")).containsExactly("2");
        assertThat(problem.at("/errors/0/field").asText()).isEqualTo("model");
    }

    @Test
    void linesAreCounted() throws Exception {
        assertThat(refused("\n \n").path("detail").asText()).contains("1 to 200 lines");
        assertThat(refused("{}\n".repeat(BatchRoutes.MOST_LINES + 1))
                        .path("detail")
                        .asText())
                .contains("1 to 200 lines");
    }

    @Test
    void onlyJsonLinesAreRead() throws Exception {
        assertThat(TestServer.post(TestServer.shared(), "/api/batch", "{}").statusCode())
                .isEqualTo(415);
    }

    private static JsonNode refused(String body) throws Exception {
        HttpResponse<String> answer = batch(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return MAPPER.readTree(answer.body());
    }

    private static HttpResponse<String> batch(String body) throws Exception {
        return TestServer.send(TestServer.call(TestServer.shared(), "/api/batch")
                .header("Content-Type", "application/jsonl")
                .POST(BodyPublishers.ofString(body)));
    }
}
