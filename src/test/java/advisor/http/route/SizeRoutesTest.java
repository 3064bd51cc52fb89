package advisor.http.route;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.http.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class SizeRoutesTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    @Test
    void aModelIsSizedWithoutAMachine() throws Exception {
        JsonNode size = TestServer.answer("/api/size", "{\"model\": \"qwen3-8b\", \"context\": 1000}");
        assertThat(size.at("/kvCache/contextTokens").asInt()).isEqualTo(1000);
        assertThat(size.at("/checkpoint/bytes").asLong()).isPositive();
        assertThat(size.has("plan")).isFalse();
    }

    @Test
    void onAMachineItsLoadCounts() throws Exception {
        JsonNode size = TestServer.answer(
                "/api/size",
                "{\"model\": \"qwen3-8b\", \"accelerator\": \"nvidia-rtx-4090\", \"count\": 2, \"streams\": 3, \"layout\": \"tp2\"}");
        assertThat(size.at("/load/streams").asInt()).isEqualTo(3);
        assertThat(size.at("/plan/devices").asInt()).isEqualTo(2);
    }

    @Test
    void everyFaultNamesItsField() throws Exception {
        assertThat(fields("\"context\": 0")).containsExactly("context");
        assertThat(fields("\"context\": \"1000\"")).containsExactly("context");
        assertThat(fields("\"budget\": 5")).containsExactly("budget");
        assertThat(fields("\"streams\": 0")).containsExactly("streams");
        assertThat(fields("\"accelerator\": 4090")).containsExactly("accelerator");
        assertThat(fields("\"count\": 8")).as("of no accelerator").containsExactly("accelerator");
        assertThat(fields("\"accelerator\": \"rtx\", \"engine\": \"none\", \"count\": 3, \"nodes\": 2"))
                .containsExactly("accelerator", "engine", "count");
    }

    private static Iterable<String> fields(String more) throws Exception {
        HttpResponse<String> answer =
                TestServer.post(TestServer.shared(), "/api/size", "{\"model\": \"qwen3-8b\", " + more + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return MAPPER.readTree(answer.body()).path("errors").findValuesAsText("field");
    }
}
