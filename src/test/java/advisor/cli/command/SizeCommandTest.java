package advisor.cli.command;

import static advisor.cli.JsonReading.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import advisor.Shipped;
import advisor.cli.CommandRun;
import advisor.cli.option.ExitCode;
import advisor.sizing.Fixture;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
        CommandRun run = CommandRun.of("size", Fixture.file("deepseek-r1").toString(), "--output", "json");
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
                          "provenance" : {
                            "parameters" : {
                              "kind" : "configuration"
                            },
                            "checkpoint" : {
                              "kind" : "configuration"
                            },
                            "kvCache" : {
                              "kind" : "configuration"
                            }
                          },
                          "unknown" : [ ]
                        }
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Load: 1 stream, 4,096 + 1,024 tokens | it fits as --precision",
                "zh | 负载：1 路，4,096 + 1,024 token | 装得下的格式：--precision"
            })
    void theLoadComesFirstAndWhatDoesNotFitIsToldInWhichFormatItWould(String language, String load, String fits) {
        String out = CommandRun.of("size", "qwen3-32b", "--on", "nvidia-rtx-4090", "--streams", "1", "--lang", language)
                .out();
        assertThat(out).startsWith(load);
        assertThat(out.replaceAll("\\s+", " ")).contains(fits);
    }

    @Test
    void theCataloguedModelGivesTheSameAsItsConfiguration() {
        for (String model : List.of("deepseek-r1", "gpt-oss-20b", "glm-5-fp8", "qwen3-8b")) {
            assertThat(CommandRun.of("size", model, "--output", "json").out())
                    .isEqualTo(CommandRun.of("size", Fixture.file(model).toString(), "--output", "json")
                            .out());
        }
    }

    @Test
    void publishedFiguresFillInWhatTheConfigurationDoesNotGive() throws IOException {
        JsonNode node = CommandRun.json("size", "deepseek-v4-flash");
        assertThat(node.at("/parameters/total").asLong()).isEqualTo(284_000_000_000L);
        assertThat(node.at("/checkpoint/bytes").asLong()).isEqualTo(168_223_131_566L);
        assertThat(node.at("/kvCache/bytesPerToken").asLong()).isEqualTo(6_880);
    }

    @Test
    void whatIsNotKnownIsNullAndNamedAndNoFault() throws IOException {
        Path file = Fixture.file("deepseek-v4-flash");
        assertThat(CommandRun.of("size", file.toString()).exitCode()).isEqualTo(ExitCode.OK);
        JsonNode node = CommandRun.json("size", file.toString());
        assertThat(node.at("/parameters/total").isNull()).isTrue();
        assertThat(node.at("/checkpoint/bytes").isNull()).isTrue();
        assertThat(texts(node.get("unknown"))).hasSizeGreaterThan(2);
    }

    @Test
    void aLongerContextNeedsALargerCache() throws IOException {
        JsonNode node = CommandRun.json("size", "gpt-oss-120b", "--context", "131072");
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
            CommandRun run = CommandRun.of("size", model, "--lang", language);
            assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
            assertThat(run.out().lines())
                    .allSatisfy(line -> assertThat(width(line)).as(line).isLessThanOrEqualTo(100));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "runtime, fitted-to-logs, vllm, qwen3-32b",
        "runtime, not-measured, tensorrt-llm, qwen3-32b",
        "usable, engine-default, vllm, qwen3-32b",
        "weights, source, vllm, qwen3-32b",
        "performance, fitted-to-runs, sglang, deepseek-r1",
        "performance, extrapolated, vllm, qwen3-32b",
    })
    void eachFigureSaysHowItWasComeBy(String figure, String kind, String engine, String model) throws IOException {
        JsonNode node = CommandRun.json(
                "size", model, "--on", "nvidia-h200-sxm-141gb", "--count", "8", "--engine", engine, "--streams", "4");
        assertThat(node.at("/provenance/onMachine/" + figure + "/kind").asText())
                .isEqualTo(kind);
    }

    @Test
    void whatWasFittedSaysToHowManyRuns() {
        assertThat(CommandRun.of(
                                "size",
                                "deepseek-r1",
                                "--on",
                                "nvidia-h200-sxm-141gb",
                                "--count",
                                "8",
                                "--engine",
                                "sglang",
                                "--lang",
                                "en")
                        .out())
                .contains("fitted to 85 published runs of this engine, some of this kind");
        assertThat(CommandRun.of(
                                "size",
                                "deepseek-r1",
                                "--on",
                                "nvidia-h200-sxm-141gb",
                                "--count",
                                "8",
                                "--engine",
                                "sglang",
                                "--lang",
                                "zh")
                        .out())
                .contains("由该引擎的 85 次已发布实测拟合");
    }

    @Test
    void howTheEngineIsStartedCanBeSaid() throws IOException {
        JsonNode usual = onTwoH100();
        JsonNode told = onTwoH100(
                "--memory-share", "0.8", "--kv-format", "fp8", "--layout", "tp2", "--batched-tokens", "65536");
        assertThat(told.at("/memory/usableBytes").asDouble()
                        / usual.at("/memory/usableBytes").asDouble())
                .isCloseTo(0.8 / 0.9, within(1e-6));
        assertThat(told.at("/memory/kvCacheBytesPerToken").asLong() * 2)
                .isEqualTo(usual.at("/memory/kvCacheBytesPerToken").asLong());
        assertThat(told.at("/memory/runtimeBytes").asLong())
                .isGreaterThan(usual.at("/memory/runtimeBytes").asLong());
        assertThat(onTwoH100("--layout", "dp2").at("/plan/layout/dataParallel").asInt())
                .isEqualTo(2);
        assertThat(told.at("/provenance/onMachine/usable/kind").asText()).isEqualTo("request");
    }

    private static JsonNode onTwoH100(String... more) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                "size",
                "qwen3-32b",
                "--on",
                "nvidia-h100-sxm5-80gb",
                "--count",
                "2",
                "--engine",
                "vllm",
                "--streams",
                "1"));
        line.addAll(List.of(more));
        return CommandRun.json(line.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "--layout, tp3pp, 'The layout (tp3pp) is not understood'",
        "--memory-share, 1.5, 'The memory-share (1.5) must be 0.001 to 1.'",
        "--kv-format, int3, 'The kv-format (int3) is not known.'",
        "--batched-tokens, 0, 'The batched-tokens (0) must be 1 to'",
        "--layout, tp4, 'The layout (tp4) cannot be taken'",
    })
    void whatIsNotUnderstoodIsRefusedWithWhatIs(String option, String value, String message) {
        CommandRun run = CommandRun.of(
                "size", "qwen3-32b", "--on", "nvidia-h100-sxm5-80gb", "--count", "2", option, value, "--lang", "en");
        assertThat(run.exitCode()).isNotEqualTo(ExitCode.OK);
        assertThat(run.err()).contains(message);
    }

    @Test
    void textNamesBothMultiplesOfBytes() {
        assertThat(CommandRun.of("size", "deepseek-r1", "--lang", "en").out())
                .contains("688,574,839,360 B (688.57 GB, 641.29 GiB) · FP8")
                .contains("routed experts");
        assertThat(CommandRun.of("size", "deepseek-r1", "--lang", "zh").out())
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
        CommandRun run = CommandRun.of("size", model, "--lang", "en");
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(run.err()).contains(message).contains("Accepted: ").doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void malformedJsonIsReportedWithItsPlace() throws IOException {
        Path file = folder.resolve("config.json");
        Files.writeString(file, "{\"model_type\": \"llama\",\n \"hidden_size\": }\n");
        CommandRun run = CommandRun.of("size", folder.toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(run.err()).contains("config.json:2:17: The file is not valid JSON");
    }

    @ParameterizedTest
    @CsvSource({"0", "-5", "many"})
    void theContextIsACount(String context) {
        assertThat(CommandRun.of("size", "qwen3-8b", "--context", context).exitCode())
                .isEqualTo(ExitCode.BAD_REQUEST);
    }

    private static int width(String text) {
        return text.codePoints().map(WCWidth::wcwidth).sum();
    }
}
