package advisor.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What is answered beside the advice: why, what would change it, what it comes to over time. */
class DecisionRoutesTest {
    private static final String REQUEST = "{\"model\": \"deepseek-r1\", \"budget\": \"3000000CNY\"}";
    private static final String OPTION = "h200-sxm-x8-self-built";

    @Test
    void anExplanationResolvesEverySourceThatItsLedgerCites() throws Exception {
        JsonNode explanation = TestServer.answer("/api/explanations/" + OPTION, REQUEST);
        assertThat(explanation.path("schema").asText()).isEqualTo("explanation/1");
        assertThat(explanation.has("counterfactuals")).isFalse();
        JsonNode sources = explanation.path("sources");
        assertThat(explanation.path("verdict").path("findings")).isNotEmpty().allSatisfy(finding -> assertThat(
                        finding.path("sources"))
                .isNotEmpty()
                .allSatisfy(citation -> assertThat(sources.path(citation.asText())
                                .path("title")
                                .path("en")
                                .asText())
                        .as(citation.asText())
                        .isNotEmpty()));
        assertThat(sources).anySatisfy(source -> assertThat(source.path("read")).anySatisfy(read -> {
            assertThat(read.path("asPrinted").asText()).isNotEmpty();
            assertThat(read.path("confidence").asText()).isNotEmpty();
            assertThat(read.path("date").asText()).matches("\\d{4}-\\d\\d-\\d\\d");
        }));
    }

    @Test
    void whatTheDocumentsSaidStandsBesideWhatCorrectsIt() throws Exception {
        JsonNode explanation = TestServer.answer("/api/explanations/" + OPTION, REQUEST);
        assertThat(explanation.path("disagreements")).isNotEmpty().allSatisfy(pair -> {
            assertThat(pair.path("founding").path("rule").asText()).isNotEmpty();
            assertThat(pair.path("founding").path("sources")).isNotEmpty();
            assertThat(pair.path("evidence").path("text").path("zh").asText()).isNotEmpty();
            assertThat(pair.path("evidence").path("sources")).isNotEmpty();
        });
    }

    @Test
    void anExplanationIsOfTheFormatThatIsAskedFor() throws Exception {
        JsonNode explanation = TestServer.answer("/api/explanations/" + OPTION + "?format=bf16", REQUEST);
        assertThat(explanation.path("candidate").asText()).contains("bf16");
    }

    @Test
    void anUnknownOptionIsRefused() throws Exception {
        for (String path : List.of("/api/explanations/", "/api/changes/", "/api/curves/")) {
            HttpResponse<String> answer = TestServer.post(TestServer.shared(), path + "h201", REQUEST);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).contains("h201").doesNotContain("\tat ");
        }
    }

    @Test
    void costsOverTimeEndWithTheTotalsOfTheAdvice() throws Exception {
        JsonNode advice = TestServer.answer("/api/advice", REQUEST);
        JsonNode curves = TestServer.answer("/api/curves/" + OPTION, REQUEST);
        assertThat(values(curves.path("months")))
                .hasSize(37)
                .startsWith("0", "1")
                .endsWith("36");
        assertThat(curves.path("options")).hasSize(5);
        for (JsonNode course : curves.path("options")) {
            JsonNode cost = verdict(advice, course.path("option").asText()).path("cost");
            for (String end : List.of("low", "likely", "high")) {
                assertThat(course.path(end).path(36).asDouble())
                        .as("%s of %s", end, course.path("option"))
                        .isCloseTo(cost.path("total").path(end).asDouble(), within(1.0));
                assertThat(course.path(end).path(0).asDouble())
                        .isCloseTo(cost.path("upfront").path(end).asDouble(), within(1.0));
            }
        }
    }

    @Test
    void speedsAreOfTheLengthsThatAPresetStandsFor() throws Exception {
        String path = "/api/curves/" + OPTION;
        String load = "{\"model\": \"deepseek-r1\", \"as-of\": \"2026-11-22\", ";
        JsonNode preset = TestServer.answer(path, load + "\"preset\": \"rag\"}").path("speed");
        assertThat(preset)
                .isNotEmpty()
                .isEqualTo(TestServer.answer(path, load + "\"prompt-tokens\": 5000, \"output-tokens\": 400}")
                        .path("speed"))
                .isNotEqualTo(TestServer.answer(path, load + "\"streams\": 16}").path("speed"));
    }

    @Test
    void theFirstCrossoverIsTheBreakEvenOfTheAdvice() throws Exception {
        int compared = 0;
        for (int streams = 32; streams <= 512; streams += 32) {
            String request = "{\"model\": \"deepseek-r1\", \"streams\": %d}".formatted(streams);
            JsonNode comparison = verdict(TestServer.answer("/api/advice", request), "deepinfra")
                    .path("cost")
                    .path("comparisons")
                    .path(0);
            JsonNode crossovers =
                    TestServer.answer("/api/curves/deepinfra", request).path("crossovers");
            for (JsonNode crossover : crossovers) {
                boolean sold = crossover.path("month").asDouble() > 35;
                if (!sold && crossover.path("with").equals(comparison.path("with"))) {
                    compared++;
                    assertThat((int) Math.ceil(crossover.path("month").asDouble()))
                            .isEqualTo(comparison.path("breakEvenMonths").asInt());
                }
            }
        }
        assertThat(compared).isPositive();
    }

    @Test
    void whereTheDrawnLinesCrossIsTold() throws Exception {
        String request = "{\"model\": \"deepseek-r1\", \"streams\": 300, \"as-of\": \"2026-11-22\"}";
        JsonNode curves = TestServer.answer("/api/curves/b200-x8?with=h100-x16-pair&with=deepinfra", request);
        assertThat(curves.path("options")).hasSize(3);
        JsonNode own = curves.path("options").path(0).path("likely");
        int crossings = 0;
        for (JsonNode rival :
                List.of(curves.path("options").path(1), curves.path("options").path(2))) {
            for (int month = 1; month < own.size(); month++) {
                double before = own.path(month - 1).asDouble()
                        - rival.path("likely").path(month - 1).asDouble();
                double after = own.path(month).asDouble()
                        - rival.path("likely").path(month).asDouble();
                crossings += before * after < 0 ? 1 : 0;
            }
        }
        assertThat(curves.path("crossovers")).hasSize(crossings).isNotEmpty();
    }

    @Test
    void theMoreStreamsTheSlowerEach() throws Exception {
        JsonNode speed = TestServer.answer("/api/curves/" + OPTION, REQUEST).path("speed");
        assertThat(speed).hasSize(10);
        double before = Double.MAX_VALUE;
        for (JsonNode at : speed) {
            double likely = at.path("tokensPerSecondPerUser").path("likely").asDouble();
            assertThat(likely).isPositive().isLessThanOrEqualTo(before);
            before = likely;
        }
        JsonNode asked = verdict(TestServer.answer("/api/advice", REQUEST), OPTION);
        assertThat(speed.path(4).path("streams").asInt()).isEqualTo(16);
        assertThat(speed.path(4).path("tokensPerSecondPerUser"))
                .isEqualTo(asked.path("performance").path("tokensPerSecondPerUser"));
    }

    @Test
    void aLongHorizonHasNoMorePointsThanAChartShows() throws Exception {
        JsonNode curves = TestServer.answer("/api/curves/" + OPTION, "{\"model\": \"deepseek-r1\", \"horizon\": 1200}");
        assertThat(curves.path("months")).hasSizeBetween(100, 122);
    }

    /** Each that is tried is an advice of its own. */
    private static final int EVERY = 5;

    @Test
    void theNearestChangesHoldWhenTheyAreAppliedByHand() throws Exception {
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("model", "deepseek-r1")
                .put("budget", "1000000CNY")
                .put("privacy", "on-premises");
        JsonNode changes = TestServer.answer("/api/changes", request.toString()).path("options");
        assertThat(changes).hasSizeGreaterThan(10);
        for (int i = 0; i < changes.size(); i += EVERY) {
            JsonNode option = changes.get(i);
            ObjectNode changed = request.deepCopy();
            option.path("changes")
                    .forEach(change -> changed.put(
                            change.path("field").asText(), change.path("to").asText()));
            JsonNode after = verdict(
                    TestServer.answer("/api/advice", changed.toString()),
                    option.path("option").asText());
            assertThat(after.path("stance")).as("%s", changed).isEqualTo(option.path("stance"));
            assertThat(after.path("stance").asText()).isNotEqualTo("rejected");
        }
    }

    @Test
    void whatWouldChangeOneOptionIsWhatTheCommandLineExplains() throws Exception {
        JsonNode changes = TestServer.answer("/api/changes/deepinfra", REQUEST);
        assertThat(changes.path("schema").asText()).isEqualTo("option-changes/1");
        JsonNode rejected = TestServer.answer(
                "/api/changes/deepinfra", "{\"model\": \"deepseek-r1\", \"privacy\": \"on-premises\"}");
        assertThat(rejected.path("blockerSets").path(0).path(0).asText()).startsWith("privacy/");
        assertThat(rejected.path("counterfactuals")).anySatisfy(found -> assertThat(
                        found.path("changes").path(0).path("field").asText())
                .isEqualTo("privacy"));
    }

    private static Offset<Double> within(double value) {
        return Offset.offset(value);
    }

    private static JsonNode verdict(JsonNode advice, String option) {
        return StreamSupport.stream(advice.path("verdicts").spliterator(), false)
                .filter(verdict -> verdict.path("option").asText().equals(option))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> values(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
