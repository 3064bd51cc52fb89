package advisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.RequestForm;
import advisor.sizing.Fixture;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Percentage;
import org.jline.utils.WCWidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SizeCommandTest {
    @TempDir
    Path folder;

    @Test
    void jsonHoldsTheSchemaAndNothingElse() {
        CommandRun run = run("size", Fixture.file("deepseek-r1").toString(), "--output", "json");
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .isEqualTo(
                        """
                        {
                          "schema" : "size/1",
                          "model" : "deepseek-r1",
                          "parameters" : {
                            "total" : 671026419200,
                            "active" : 37552297472,
                            "multiTokenPrediction" : 13463426304
                          },
                          "checkpoint" : {
                            "precision" : "fp8",
                            "bytes" : 688574839360
                          },
                          "kvCache" : {
                            "bytesPerToken" : 70272,
                            "contextTokens" : 8192,
                            "bytesAtContext" : 575668224
                          },
                          "unknown" : [ ]
                        }
                        """);
    }

    @Test
    void theCataloguedModelGivesTheSameAsItsConfiguration() {
        for (String model : List.of("deepseek-r1", "gpt-oss-20b", "glm-5-fp8", "qwen3-8b")) {
            assertThat(run("size", model, "--output", "json").out())
                    .isEqualTo(run("size", Fixture.file(model).toString(), "--output", "json")
                            .out());
        }
    }

    @Test
    void publishedFiguresFillInWhatTheConfigurationDoesNotGive() throws IOException {
        JsonNode node = json("size", "deepseek-v4-flash");
        assertThat(node.at("/parameters/total").asLong()).isEqualTo(284_000_000_000L);
        assertThat(node.at("/checkpoint/bytes").asLong()).isEqualTo(168_223_131_566L);
        assertThat(node.at("/kvCache/bytesPerToken").isNull()).isTrue();
        assertThat(texts(node.get("unknown"))).anyMatch(text -> text.startsWith("kvCache: attention scheme"));
    }

    @Test
    void whatIsNotKnownIsNullAndNamedAndNoFault() throws IOException {
        Path file = Fixture.file("deepseek-v4-flash");
        assertThat(run("size", file.toString()).exitCode()).isEqualTo(ExitCode.OK);
        JsonNode node = json("size", file.toString());
        assertThat(node.at("/parameters/total").isNull()).isTrue();
        assertThat(node.at("/checkpoint/bytes").isNull()).isTrue();
        assertThat(node.at("/kvCache/bytesAtContext").isNull()).isTrue();
        assertThat(texts(node.get("unknown"))).hasSizeGreaterThan(2);
    }

    @Test
    void aLongerContextNeedsALargerCache() throws IOException {
        JsonNode node = json("size", "gpt-oss-120b", "--context", "131072");
        assertThat(node.at("/kvCache/bytesAtContext").asLong()).isEqualTo(36_864L * 131_072 + 4_718_592);
    }

    static Stream<String> models() {
        return Stream.concat(
                Fixture.names().stream().map(name -> Fixture.file(name).toString()),
                Shipped.catalog().models().keySet().stream());
    }

    @ParameterizedTest
    @MethodSource("models")
    void textFitsAHundredColumnsInBothLanguages(String model) {
        for (String language : List.of("en", "zh")) {
            CommandRun run = run("size", model, "--lang", language);
            assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
            assertThat(run.out().lines())
                    .allSatisfy(line -> assertThat(width(line)).as(line).isLessThanOrEqualTo(100));
        }
    }

    @Test
    void textNamesBothMultiplesOfBytes() {
        assertThat(run("size", "deepseek-r1", "--lang", "en").out())
                .contains("688,574,839,360 B (688.57 GB, 641.29 GiB) · FP8")
                .contains("routed experts");
        assertThat(run("size", "deepseek-r1", "--lang", "zh").out())
                .contains("路由专家")
                .contains("KV 缓存");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nowhere/config.json | is no file or folder that exists",
                "deepseek-r3 | Maybe deepseek-r1",
                "pom.xml | neither a configuration (.json) nor a GGUF file",
                "src/docs | holds neither a config.json nor a .gguf file",
            })
    void whatIsNoModelIsABadRequestThatSaysWhatIsAccepted(String model, String message) {
        CommandRun run = run("size", model, "--lang", "en");
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(run.err()).contains(message).contains("Accepted: ").doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void malformedJsonIsReportedWithItsPlace() throws IOException {
        Path file = folder.resolve("config.json");
        Files.writeString(file, "{\"model_type\": \"llama\",\n \"hidden_size\": }\n");
        CommandRun run = run("size", folder.toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(run.err()).contains("config.json:2:17: The file is not valid JSON");
    }

    @ParameterizedTest
    @CsvSource({"0", "-5", "many"})
    void theContextIsACount(String context) {
        assertThat(run("size", "qwen3-8b", "--context", context).exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
    }

    @Test
    void onAMachineMemoryAndSpeedAreThoseOfTheAdvice() throws IOException {
        JsonNode size = json("size", "deepseek-r1", "--on", "nvidia-h200-sxm-141gb", "--count", "8");
        JsonNode advice = verdict(new JsonMapper().readTree(advise("deepseek-r1")), "h200-sxm-x8-self-built");
        assertThat(size.get("memory")).isEqualTo(advice.get("memory"));
        assertThat(size.get("plan")).isEqualTo(advice.get("plan"));
        assertThat(size.at("/performance/tokensPerSecondPerUser"))
                .isEqualTo(advice.at("/performance/tokensPerSecondPerUser"));
        assertThat(size.at("/performance/timePerOutputTokenMs/low").asDouble())
                .isCloseTo(
                        1000
                                / size.at("/performance/tokensPerSecondPerUser/high")
                                        .asDouble(),
                        Percentage.withPercentage(0.1));
        assertThat(texts(size.get("unknown"))).isEmpty();
    }

    @Test
    void twiceTheCardsOnTwoNodesAreNotSlowerForADenseModel() throws IOException {
        JsonNode eight = json("size", "llama-3.1-70b", "--on", "nvidia-h100-sxm5-80gb", "--count", "8");
        JsonNode sixteen =
                json("size", "llama-3.1-70b", "--on", "nvidia-h100-sxm5-80gb", "--count", "16", "--nodes", "2");
        for (String figure : List.of("tokensPerSecondPerUser", "outputTokensPerSecond")) {
            String likely = "/performance/" + figure + "/likely";
            assertThat(sixteen.at(likely).asDouble())
                    .isGreaterThan(eight.at(likely).asDouble());
        }
    }

    @ParameterizedTest
    @CsvSource({"300000, 300000", "2147483647, 2147483647"})
    void beyondTheContextOfTheModelThereIsNoSpeed(String prompt, String output) throws IOException {
        JsonNode node = json(
                "size",
                "llama-3.1-8b",
                "--on",
                "nvidia-h200-sxm-141gb",
                "--count",
                "8",
                "--streams",
                "1",
                "--prompt-tokens",
                prompt,
                "--output-tokens",
                output);
        assertThat(node.at("/performance/tokensPerSecondPerUser").isNull()).isTrue();
        assertThat(texts(node.get("unknown")))
                .anyMatch(text -> text.startsWith("performance: prompt and answer take "
                        + (Long.parseLong(prompt) + Long.parseLong(output))
                        + " tokens, and the model was made for 131072"));
    }

    @Test
    void promptsQueueOnAHostToo() throws IOException {
        List<Double> seconds = new ArrayList<>();
        for (String streams : List.of("1", "16")) {
            JsonNode node = json(
                    "size",
                    "qwen3-8b",
                    "--on",
                    "nvidia-rtx-4090",
                    "--engine",
                    "llama.cpp",
                    "--precision",
                    "gguf-q4",
                    "--streams",
                    streams);
            seconds.add(node.at("/performance/timeToFirstTokenMs/likely").asDouble());
        }
        assertThat(seconds.get(1)).isGreaterThan(seconds.get(0) * 1.5);
    }

    @ParameterizedTest
    @CsvSource({"en, '4 of 7 devices used, 3 idle'", "zh, '7 个设备用 4 个，闲置 3 个'"})
    void idleDevicesAreNamed(String language, String idle) {
        CommandRun run = run("size", "qwen3-8b", "--on", "nvidia-h200-sxm-141gb", "--count", "7", "--lang", language);
        assertThat(run.out()).contains(idle);
    }

    @ParameterizedTest
    @CsvSource({"en, '1 stream, 4,096 + 1,024 tokens'", "zh, '1 路，4,096 + 1,024 token'"})
    void oneStreamIsNotSeveral(String language, String load) {
        CommandRun run = run("size", "qwen3-8b", "--on", "nvidia-rtx-4090", "--streams", "1", "--lang", language);
        assertThat(run.out()).contains(load);
    }

    @Test
    void whatDoesNotFitHasNoSpeed() throws IOException {
        JsonNode node = json("size", "deepseek-r1", "--on", "nvidia-h100-sxm5-80gb", "--count", "8");
        assertThat(node.at("/performance/tokensPerSecondPerUser").isNull()).isTrue();
        assertThat(texts(node.get("unknown"))).anyMatch(text -> text.startsWith("performance: it does not fit"));
    }

    @Test
    void whatNoEngineRunsIsSaidWithWhatDoes() throws IOException {
        JsonNode node = json("size", "deepseek-r1", "--on", "nvidia-a100-sxm4-80gb", "--count", "16", "--nodes", "2");
        assertThat(texts(node.get("unknown")))
                .anyMatch(text -> text.contains("no engine in the catalog runs FP8") && text.contains("INT8"));
        JsonNode int8 = json(
                "size",
                "deepseek-r1",
                "--on",
                "nvidia-a100-sxm4-80gb",
                "--count",
                "16",
                "--nodes",
                "2",
                "--precision",
                "int8");
        assertThat(int8.at("/plan/engine").asText()).isEqualTo("sglang");
        assertThat(int8.at("/performance/outputTokensPerSecond/likely").asDouble())
                .isPositive();
    }

    @Test
    void aMachineThatCannotBeIsRefusedWithEveryFault() {
        CommandRun run = run(
                "size",
                "deepseek-r1",
                "--on",
                "nvidia-h200",
                "--count",
                "8",
                "--nodes",
                "3",
                "--precision",
                "q8",
                "--engine",
                "sglan",
                "--lang",
                "en");
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("nvidia-h200-sxm-141gb", "Maybe sglang?", "The precision (q8)", "multiple of the nodes (3)");
    }

    @Test
    void theWaterfallIsAlignedInBothLanguages() {
        for (String language : List.of("en", "zh")) {
            CommandRun run =
                    run("size", "deepseek-r1", "--on", "nvidia-h200-sxm-141gb", "--count", "8", "--lang", language);
            List<Integer> ends = run.out()
                    .lines()
                    .filter(line -> line.matches(".*\\d GB +[\\d.,]+ GB.*"))
                    .map(line -> width(line.substring(0, line.indexOf(" GB"))))
                    .distinct()
                    .toList();
            assertThat(ends).hasSize(1);
        }
    }

    @Test
    void adviceIsGivenForAModelFromItsFiles() throws IOException {
        Path file = Fixture.file("deepseek-r1");
        String described = advise(file.toString());
        JsonNode node = new JsonMapper().readTree(described);
        assertThat(node.at("/request/model").asText()).isEqualTo("deepseek-r1");
        assertThat(weights(node, "h200-sxm-x8-self-built")).isEqualTo(673_150_611_808L);
        assertThat(weights(node, "h200-sxm-x8-self-built"))
                .isEqualTo(weights(new JsonMapper().readTree(advise("deepseek-r1")), "h200-sxm-x8-self-built"));
        assertThat(advise(file.toString())).isEqualTo(described);
    }

    @Test
    void optionsThatDependOnWhatIsNotKnownAreUndecided() throws IOException {
        JsonNode node = new JsonMapper()
                .readTree(advise(Fixture.file("deepseek-v4-flash").toString()));
        assertThat(verdict(node, "h200-sxm-x8-self-built").path("stance").asText())
                .isEqualTo("undecided");
        String text = run("advise", "--model", Fixture.file("deepseek-v4-flash").toString(), "--lang", "en")
                .out();
        assertThat(text).contains("attention scheme compress_ratios is not known");
    }

    @Test
    void aCataloguedIdIsNoFolder() {
        assertThat(new RequestForm(Map.of("model", "deepseek-r1"))
                        .request(Shipped.TODAY)
                        .model())
                .isEqualTo("deepseek-r1");
        assertThat(ModelArgument.facts("deepseek-r1", Shipped.catalog())).isNull();
    }

    private static int width(String text) {
        return text.codePoints().map(WCWidth::wcwidth).sum();
    }

    private static String advise(String model) {
        return run("advise", "--model", model, "--as-of", "2026-11-22", "--output", "json")
                .out();
    }

    private static long weights(JsonNode advice, String option) {
        return verdict(advice, option).at("/memory/weightsBytes").asLong();
    }

    private static JsonNode verdict(JsonNode advice, String option) {
        return StreamSupport.stream(advice.get("verdicts").spliterator(), false)
                .filter(verdict -> verdict.path("option").asText().equals(option))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode json(String... arguments) throws IOException {
        String[] all = Stream.concat(Stream.of(arguments), Stream.of("--output", "json"))
                .toArray(String[]::new);
        return new JsonMapper().readTree(run(all).out());
    }

    private static CommandRun run(String... arguments) {
        return CommandRun.of(arguments);
    }
}
