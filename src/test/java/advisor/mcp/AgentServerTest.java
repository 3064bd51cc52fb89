package advisor.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.Advisor;
import advisor.cache.Cache;
import advisor.report.brief.BriefAdvice;
import advisor.request.ModelList;
import advisor.request.Question;
import advisor.request.RequestField;
import advisor.request.RequestFields;
import advisor.rules.RuleLoader;
import advisor.rules.compile.RuleCompiler;
import advisor.text.Language;
import advisor.workshop.TestBench;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages and their answers, without a wire. */
class AgentServerTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final RuleCompiler COMPILER = new RuleCompiler(Cache.ofUser());
    private static final AgentServer SERVER = new AgentServer(() -> new Desk(
            new Advisor(Shipped.catalog(), Shipped.rules()),
            new TestBench(List.of(), new TreeMap<>()),
            files -> RuleLoader.tryLoad(files, COMPILER),
            (fields, today, catalog) -> Question.of(ModelList.catalogued(fields, catalog), today),
            Language.EN,
            LocalDate.of(2026, 11, 28)));

    private static JsonNode ask(String method, ObjectNode params) throws Exception {
        ObjectNode message =
                MAPPER.createObjectNode().put("jsonrpc", "2.0").put("id", 1).put("method", method);
        message.set("params", params);
        return MAPPER.readTree(SERVER.answer(message.toString()));
    }

    private static JsonNode call(String tool, ObjectNode arguments) throws Exception {
        ObjectNode params = MAPPER.createObjectNode().put("name", tool);
        params.set("arguments", arguments);
        return ask("tools/call", params).path("result");
    }

    private static String text(JsonNode result) {
        return result.at("/content/0/text").asText();
    }

    private static ObjectNode request(String model) {
        return MAPPER.createObjectNode().put("model", model).put("budget", "300w");
    }

    @Test
    void everyFieldOfARequestIsInTheSchemaOfAdvise() throws Exception {
        JsonNode properties = ask("tools/list", MAPPER.createObjectNode()).at("/result/tools/0/inputSchema/properties");
        assertThat(properties.propertyStream().map(java.util.Map.Entry::getKey))
                .containsAll(RequestFields.names())
                .contains("lang");
        for (RequestField<?> field : RequestFields.all()) {
            assertThat(properties.path(field.name()).path("description").asText())
                    .isEqualTo(field.help().en());
        }
        assertThat(properties.at("/buyer/enum")).hasSize(3);
    }

    @Test
    void paramsThatCannotBeReadAreToldToWhoSentThem() throws Exception {
        for (String params : List.of("", ",\"params\":{\"name\":\"size\",\"arguments\":[]}", ",\"params\":[]")) {
            String message = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\"%s}".formatted(params);
            JsonNode answer = MAPPER.readTree(SERVER.answer(message));
            assertThat(answer.path("id").asInt()).as(params).isEqualTo(7);
            assertThat(answer.at("/error/code").asInt()).as(params).isEqualTo(-32602);
        }
    }

    @Test
    void whatAToolCannotHeedIsRefused() throws Exception {
        assertThat(text(call("size", request("deepseek-r1")))).contains("The field (budget) is not known.");
        assertThat(text(call("advise", request("deepseek-r1").put("lang", "fr"))))
                .contains("must be en or zh");
        assertThat(text(call("models_for_hardware", MAPPER.createObjectNode().put("machine", ""))))
                .contains("The machine () must be one");
        ObjectNode same = request("deepseek-r1");
        same.putArray("options").add("dgx-h200").add("dgx-h200");
        assertThat(text(call("compare", same))).contains("two or more different ids");
    }

    @Test
    void aModelMayBeWrittenAsItsRepositoryIs() throws Exception {
        assertThat(text(call("advise", request("deepseek-ai/DeepSeek-R1"))))
                .isEqualTo(text(call("advise", request("deepseek-r1"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void anAdviceIsBriefInEitherLanguage(String language) throws Exception {
        for (String model : List.of("deepseek-r1", "kimi-k2", "llama-3.1-70b")) {
            String advice = text(call("advise", request(model).put("lang", language)));
            assertThat(advice.getBytes(StandardCharsets.UTF_8))
                    .as(model)
                    .hasSizeLessThanOrEqualTo(BriefAdvice.MOST_BYTES);
            assertThat(MAPPER.readTree(advice).at("/answer/do")).as(model).isNotEmpty();
        }
    }

    @Test
    void theLedgerOfAnExplanationAddsUp() throws Exception {
        JsonNode explanation =
                MAPPER.readTree(text(call("explain", request("deepseek-r1").put("option", "dgx-h200"))));
        int points = explanation
                .path("ledger")
                .valueStream()
                .mapToInt(entry -> entry.path("points").asInt())
                .sum();
        assertThat(explanation.path("start").asInt() + points)
                .isEqualTo(explanation.path("score").asInt());
    }

    @Test
    void aComparisonHasItsOptionsInTheirOrder() throws Exception {
        ObjectNode arguments = request("deepseek-r1");
        arguments.putArray("options").add("dgx-h200").add("deepinfra");
        JsonNode plans = MAPPER.readTree(text(call("compare", arguments))).path("plans");
        assertThat(plans.valueStream().map(plan -> plan.path("option").asText()))
                .containsExactly("dgx-h200", "deepinfra");
    }

    @Test
    void aModelIsSizedOnAMachine() throws Exception {
        ObjectNode arguments =
                MAPPER.createObjectNode().put("model", "llama-3.1-8b").put("accelerator", "nvidia-rtx-4090");
        JsonNode size = MAPPER.readTree(text(call("size", arguments)));
        assertThat(size.at("/memory/neededBytes").asLong()).isPositive();
    }

    @Test
    void modelsAreFoundForHardware() throws Exception {
        ObjectNode arguments = MAPPER.createObjectNode().put("machine", "1 x nvidia-rtx-4090");
        JsonNode fits = MAPPER.readTree(text(call("models_for_hardware", arguments)));
        assertThat(fits.at("/models/0/model").asText()).isNotEmpty();
        assertThat(fits.at("/doNotWork/deepseek-r1").asText()).isEqualTo("memory/does-not-fit");
    }

    @Test
    void aRuleFileIsCheckedAndNothingIsWritten() throws Exception {
        Path file = Path.of("rules", "budget.drl");
        String before = Files.readString(file);
        ObjectNode draft = MAPPER.createObjectNode().put("file", "budget.drl").put("text", before);
        assertThat(MAPPER.readTree(text(call("check_rule", draft)))
                        .path("errors")
                        .asInt())
                .isZero();
        JsonNode broken = MAPPER.readTree(text(call(
                "check_rule", draft.put("text", before.replace("budget/tolerance", "budget/tolerence") + "rule"))));
        assertThat(broken.path("errors").asInt()).isPositive();
        assertThat(broken.at("/notices/0/line").asInt()).isPositive();
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void aFaultIsToldInTheLanguageThatWasAskedFor() throws Exception {
        JsonNode result = call("advise", request("no-such-model").put("lang", "zh"));
        assertThat(result.path("isError").asBoolean()).isTrue();
        assertThat(text(result)).contains("模型");
    }

    @Test
    void whatIsNoMessageIsRefused() throws Exception {
        for (String line : List.of("", "x", "[]", "{}", "{\"jsonrpc\":\"2.0\"}")) {
            assertThat(MAPPER.readTree(SERVER.answer(line)).at("/error/code").asInt())
                    .as(line)
                    .isEqualTo(-32700);
        }
        assertThat(SERVER.answer("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}"))
                .isNull();
        assertThat(ask("no/such", MAPPER.createObjectNode()).at("/error/code").asInt())
                .isEqualTo(-32601);
    }

    @Test
    void theSameCallHasTheSameAnswer() throws Exception {
        List<String> answers = Collections.nCopies(2, request("qwen3-8b")).stream()
                .map(arguments -> {
                    try {
                        return text(call("advise", arguments));
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
        assertThat(answers.get(0)).isEqualTo(answers.get(1));
    }
}
