package advisor.cli.option;

import static advisor.cli.JsonReading.texts;
import static advisor.cli.JsonReading.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import advisor.cli.CommandRun;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.jline.utils.WCWidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code advisor size --on}. */
class SizeOnMachineTest {
    @Test
    void onAMachineMemoryAndSpeedAreThoseOfTheAdvice() throws IOException {
        JsonNode size = CommandRun.json("size", "deepseek-r1", "--on", "nvidia-h200-sxm-141gb", "--count", "8");
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
    void onAMachineTheLoadTellsHowLongAStreamIs() {
        CommandRun run = CommandRun.of(
                "size", "deepseek-r1", "--on", "nvidia-h200-sxm-141gb", "--context", "16000", "--lang", "en");
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(run.err()).contains("no context (16000) is asked for", "prompt-tokens and output-tokens");
    }

    @Test
    void aMachineHasAnAccelerator() {
        CommandRun run = CommandRun.of("size", "deepseek-r1", "--count", "8", "--lang", "en");
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(run.err()).contains("The accelerator is missing");
    }

    @Test
    void twiceTheCardsOnTwoNodesAreNotSlowerForADenseModel() throws IOException {
        JsonNode eight = CommandRun.json("size", "llama-3.1-70b", "--on", "nvidia-h100-sxm5-80gb", "--count", "8");
        JsonNode sixteen = CommandRun.json(
                "size", "llama-3.1-70b", "--on", "nvidia-h100-sxm5-80gb", "--count", "16", "--nodes", "2");
        for (String figure : List.of("tokensPerSecondPerUser", "outputTokensPerSecond")) {
            String likely = "/performance/" + figure + "/likely";
            assertThat(sixteen.at(likely).asDouble())
                    .isGreaterThan(eight.at(likely).asDouble());
        }
    }

    @ParameterizedTest
    @CsvSource({"300000, 300000", "10000000, 10000000"})
    void beyondTheContextOfTheModelThereIsNoSpeed(String prompt, String output) throws IOException {
        JsonNode node = CommandRun.json(
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
            JsonNode node = CommandRun.json(
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
        CommandRun run =
                CommandRun.of("size", "qwen3-8b", "--on", "nvidia-h200-sxm-141gb", "--count", "7", "--lang", language);
        assertThat(run.out().replaceAll("\\s+", " ")).contains(idle);
    }

    @ParameterizedTest
    @CsvSource({"en, '1 stream, 4,096 + 1,024 tokens'", "zh, '1 路，4,096 + 1,024 token'"})
    void oneStreamIsNotSeveral(String language, String load) {
        CommandRun run =
                CommandRun.of("size", "qwen3-8b", "--on", "nvidia-rtx-4090", "--streams", "1", "--lang", language);
        assertThat(run.out()).contains(load);
    }

    @Test
    void whatDoesNotFitHasNoSpeed() throws IOException {
        JsonNode node = CommandRun.json("size", "deepseek-r1", "--on", "nvidia-h100-sxm5-80gb", "--count", "8");
        assertThat(node.at("/performance/tokensPerSecondPerUser").isNull()).isTrue();
        assertThat(texts(node.get("unknown"))).anyMatch(text -> text.startsWith("performance: it does not fit"));
    }

    @Test
    void whatFitsAtAnotherShareOfMemoryIsTold() throws IOException {
        List<String> size = List.of("size", "deepseek-r1", "--on", "nvidia-h20-96gb", "--count", "8", "--memory-share");
        for (String share : List.of("0.9", "0.95")) {
            JsonNode node = CommandRun.json(
                    Stream.concat(size.stream(), Stream.of(share)).toArray(String[]::new));
            assertThat(texts(node.get("unknown")).stream().anyMatch(text -> text.contains("--memory-share 0.95")))
                    .isEqualTo(share.equals("0.9"));
        }
        JsonNode hopeless = CommandRun.json("size", "deepseek-r1", "--on", "nvidia-h100-sxm5-80gb", "--count", "8");
        assertThat(texts(hopeless.get("unknown"))).noneMatch(text -> text.contains("--memory-share"));
    }

    @Test
    void anotherFormatThanAskedForIsNeverReckonedWith() {
        CommandRun run = CommandRun.of(
                "size", "kimi-k2.5", "--on", "nvidia-dgx-spark-gb10", "--precision", "fp4", "--lang", "en");
        assertThat(run.exitCode()).isNotZero();
        assertThat(run.err()).contains("The precision (fp4)", "published in int4", "bf16, int4");
    }

    @Test
    void whatNobodyKnowsToRunSaysWhoIsToBeTried() throws IOException {
        JsonNode node = CommandRun.json(
                "size", "qwen3-32b", "--on", "nvidia-b200-sxm-180gb", "--precision", "int4", "--engine", "vllm");
        assertThat(node.at("/plan/mode").asText()).isEqualTo("not-known");
        assertThat(texts(node.get("unknown"))).anyMatch(text -> text.contains("no source says so of vLLM"));
    }

    @Test
    void whatNoEngineRunsIsSaidWithWhatDoes() throws IOException {
        JsonNode node = CommandRun.json(
                "size",
                "deepseek-r1",
                "--on",
                "nvidia-a100-sxm4-80gb",
                "--count",
                "16",
                "--nodes",
                "2",
                "--engine",
                "sglang");
        assertThat(texts(node.get("unknown")))
                .anyMatch(text -> text.contains("is not run by SGLang") && text.contains("INT8"));
        JsonNode int8 = CommandRun.json(
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
        CommandRun run = CommandRun.of(
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
            CommandRun run = CommandRun.of(
                    "size", "deepseek-r1", "--on", "nvidia-h200-sxm-141gb", "--count", "8", "--lang", language);
            List<Integer> ends = run.out()
                    .lines()
                    .filter(line -> line.matches(".*\\d GB +[\\d.,]+ GB.*"))
                    .map(line -> width(line.substring(0, line.indexOf(" GB"))))
                    .distinct()
                    .toList();
            assertThat(ends).hasSize(1);
        }
    }

    private static int width(String text) {
        return text.codePoints().map(WCWidth::wcwidth).sum();
    }

    private static String advise(String model) {
        return CommandRun.of("advise", "--model", model, "--as-of", "2026-11-22", "--output", "json")
                .out();
    }
}
