package advisor.http.route;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.Advice;
import advisor.audit.ChainCheck;
import advisor.audit.record.Decision;
import advisor.http.TestServer;
import advisor.report.json.AdviceInWords;
import advisor.request.Question;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be kept of an advice. */
class ReportRoutesTest {
    private static final String REQUEST = "{\"model\": \"qwen3-8b\", \"budget\": \"50000CNY\"}";

    @Test
    void theRankingIsTriedOverWhatIsUncertain() throws Exception {
        JsonNode sensitivity = TestServer.answer("/api/sensitivity", REQUEST);
        int runs = sensitivity.path("withoutAdvice").asInt();
        for (JsonNode first : sensitivity.path("first")) {
            runs += first.path("runs").asInt();
        }
        assertThat(sensitivity.path("runs").asInt()).isPositive().isEqualTo(runs);
    }

    @Test
    void whereThereIsNothingToRankNothingIsTried() throws Exception {
        JsonNode sensitivity = TestServer.answer(
                "/api/sensitivity", "{\"model\": \"deepseek-r1\", \"lens\": \"founding\", \"as-of\": \"2025-02-11\"}");
        assertThat(sensitivity.path("runs").asInt()).isZero();
        assertThat(sensitivity.path("first").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"qwen3-30b-a3b, true", "qwen3-32b, false"})
    void whenTheRunsAreDoneTheAnswerIsThatOfATerminal(String model, boolean close) throws Exception {
        Map<String, String> fields = Map.of("model", model, "privacy", "on-premises");
        String request = new JsonMapper().writeValueAsString(fields);
        assertThat(headline(TestServer.answer("/api/advice", request))).contains(" on likely figures)");
        JsonNode tried = TestServer.answer("/api/sensitivity", request);
        JsonNode advice = tried.path("advice");
        assertThat(advice.path("answer").toString())
                .isEqualTo(AdviceInWords.answer(onATerminal(fields)).toString());
        assertThat(tried.path("close").asBoolean()).isEqualTo(close);
        assertThat(headline(advice).contains("(a close call")).isEqualTo(close);
    }

    private static Advice onATerminal(Map<String, String> fields) {
        return Decision.of(Question.of(fields, Shipped.TODAY), Shipped.catalog(), Shipped.rules())
                .advice();
    }

    private static String headline(JsonNode advice) {
        return advice.path("answer").path("do").path(0).path("en").asText();
    }

    @Test
    void aReportComesInTheLanguageThatIsAskedFor() throws Exception {
        HttpResponse<String> english = TestServer.post(TestServer.shared(), "/api/reports", REQUEST);
        HttpResponse<String> chinese = TestServer.post(TestServer.shared(), "/api/reports?lang=zh", REQUEST);
        assertThat(english.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(english.body()).startsWith("<!DOCTYPE html>").contains("<html lang=\"en\">");
        assertThat(chinese.body()).contains("<html lang=\"zh\">", "可行方案");
        HttpResponse<String> other = TestServer.post(TestServer.shared(), "/api/reports?lang=fr", REQUEST);
        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(other.body()).contains("lang").contains("fr");
    }

    @Test
    void aRecordIsSealedAndSavedUnderItsDecision(@TempDir Path folder) throws Exception {
        HttpResponse<String> answer = TestServer.post(TestServer.shared(), "/api/records", REQUEST);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String id = new JsonMapper().readTree(answer.body()).path("decisionId").asText();
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"" + id + ".json\"");
        Path file = Files.writeString(folder.resolve(id + ".json"), answer.body());
        assertThat(ChainCheck.of(file, null).faults()).isEmpty();
        assertThat(file).content().startsWith("{\n  \"schema\" : \"record/2\"");
        assertThat(Files.size(file)).isLessThan(5_000_000);
    }
}
