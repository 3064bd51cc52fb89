package advisor.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advisor.request.BadRequestException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AdvisorServerTest {
    private static final AdvisorServer SERVER = TestServer.shared();

    @Test
    void anAdviceIsTheOneOfTheCommandLine() throws Exception {
        HttpResponse<String> answer = advice("{\"model\": \"deepseek-r1\", \"budget\": \"3000000CNY\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"recommended\":\"deepinfra\"");
    }

    @Test
    void aQuoteIsALineOfTextOrAnObject() throws Exception {
        HttpResponse<String> line = advice("{\"model\": \"deepseek-r1\", \"own\": [\"8 x nvidia-a100-sxm4-80gb\"], "
                + "\"quote\": \"8 x nvidia-l40s, 150000USD\"}");
        HttpResponse<String> object = advice(
                "{\"model\": \"deepseek-r1\", \"own\": \"8 x nvidia-a100-sxm4-80gb\", "
                        + "\"quote\": [{\"count\": 8, \"accelerator\": \"nvidia-l40s\", \"price\": \"150000USD\", \"channel\": null}]}");
        assertThat(line.statusCode()).isEqualTo(200);
        assertThat(line.body()).contains("\"option\":\"quote-8-nvidia-l40s\"");
        assertThat(object.body()).isEqualTo(line.body());
    }

    @Test
    void whatIsWrongWithAQuoteIsAFaultOfItsField() throws Exception {
        HttpResponse<String> answer = advice("{\"model\": \"deepseek-r1\", \"quote\": \"8 x nvidia-l40\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\" : \"quote\"", "has no price");
    }

    @Test
    void aModelMayBeDescribedByItsConfiguration() throws Exception {
        HttpResponse<String> answer = advice("{\"model-config\": " + configuration() + ", \"budget\": \"300w\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"model\":\"qwen3_moe\"");
    }

    @Test
    void aDescribedModelIsCalledAsTheCallSays() throws Exception {
        HttpResponse<String> answer = advice("{\"model\": \"mine\", \"model-config\": " + configuration() + "}");
        assertThat(answer.body()).contains("\"model\":\"mine\"");
    }

    @Test
    void aDescribedModelIsNoneOfTheCatalog() throws Exception {
        HttpResponse<String> answer = advice("{\"model\": \"deepseek-r1\", \"model-config\": " + configuration() + "}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\" : \"model\"");
    }

    @Test
    void aConfigurationIsNeverAPath() throws Exception {
        HttpResponse<String> answer = advice("{\"model\": \"src/test/resources/models/qwen3-8b.json\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("is not in the catalog");
    }

    @Test
    void whatIsNoConfigurationIsAFaultOfItsField() throws Exception {
        HttpResponse<String> answer = advice("{\"model-config\": {\"name\": \"x\"}}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\" : \"model-config\"", "no model configuration");
    }

    @Test
    void optionsAreComparedSideBySide() throws Exception {
        HttpResponse<String> answer = TestServer.post(
                SERVER,
                "/api/comparisons",
                "{\"options\": [\"a100-x16\", \"deepinfra\"], \"request\": {\"model\": \"deepseek-r1\"}}");
        assertThat(answer.body()).contains("\"schema\" : \"comparison/1\"", "\"a100-x16\"");
    }

    @Test
    void comparedOptionsMustBeKnown() throws Exception {
        HttpResponse<String> answer = TestServer.post(
                SERVER,
                "/api/comparisons",
                "{\"options\": [\"a100-x16\", \"nothing\"], \"request\": {\"model\": \"deepseek-r1\"}}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\" : \"options\"", "nothing");
    }

    @Test
    void aFieldThatNobodyReadsIsNotPassedOver() throws Exception {
        HttpResponse<String> answer = TestServer.post(SERVER, "/api/comparisons", "{\"option\": [], \"request\": {}}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\" : \"option\"");
    }

    @Test
    void aPortIsListenedOnOnce() {
        int port = SERVER.address().getPort();
        assertThatThrownBy(() -> TestServer.start(TestServer.options(port, null, false)))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("The port (%s)".formatted(port));
    }

    private static String configuration() throws Exception {
        return Files.readString(Path.of("src/test/resources/models/qwen3-235b-a22b.json"));
    }

    private static HttpResponse<String> advice(String body) throws Exception {
        return TestServer.post(SERVER, "/api/advice", body);
    }
}
