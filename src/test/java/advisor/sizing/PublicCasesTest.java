package advisor.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.cli.CommandRun;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people published of a model on a machine: whether it starts, and how many tokens its cache holds. */
class PublicCasesTest {
    private static JsonNode size(String line) throws IOException {
        return CommandRun.json(("size " + line).split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        // vLLM issue 6746: 131,072 tokens do not start on 8 H100.
        "src/test/resources/models/llama-3.1-405b-fp8.json --on nvidia-h100-sxm5-80gb --count 8 --engine vllm --memory-share 0.9 --layout tp8 --streams 1 --prompt-tokens 120000 --output-tokens 11072, false",
        // llm-d-planner: no room on one H100, and 32,000 tokens of Qwen3-32B do not start.
        "src/test/resources/models/llama-3.3-70b-fp8-dynamic.json --on nvidia-h100-sxm5-80gb --engine vllm --memory-share 0.9 --streams 1, false",
        "qwen3-32b --on nvidia-h100-sxm5-80gb --engine vllm --memory-share 0.9 --streams 1 --prompt-tokens 31000 --output-tokens 1000, false",
        "qwen3-32b --on nvidia-h100-sxm5-80gb --engine vllm --memory-share 0.9 --streams 1 --prompt-tokens 15000 --output-tokens 1000, true",
        // Card of DeepSeek-R1-AWQ: 8 L40S run one stream at 0.95 and run out of memory with 32 of 4,096 tokens.
        "src/test/resources/models/deepseek-r1-awq.json --on nvidia-l40s --count 8 --memory-share 0.95 --streams 1 --prompt-tokens 2 --output-tokens 2048, true",
        "src/test/resources/models/deepseek-r1-awq.json --on nvidia-l40s --count 8 --memory-share 0.95 --layout tp8 --streams 32 --prompt-tokens 4096 --output-tokens 256, false",
        // DeepSeek-R1 issue 276: 8 H20 serve eight streams of 16,000 tokens.
        "deepseek-r1 --on nvidia-h20-96gb --count 8 --streams 8 --prompt-tokens 16000 --output-tokens 1024, true",
        // vllm-ascend: INT8 takes two servers, BF16 four.
        "deepseek-r1 --on huawei-ascend-910b --count 16 --nodes 2 --precision int8 --streams 1, true",
        "deepseek-r1 --on huawei-ascend-910b --count 16 --nodes 2 --precision bf16 --streams 1, false",
        "deepseek-r1 --on huawei-ascend-910b --count 32 --nodes 4 --precision bf16 --streams 1, true",
        // vLLM issue 14726 and DeepSeek-V3 issue 855: out of memory on 16 cards of 48 GB.
        "deepseek-v3 --on nvidia-l40 --count 16 --nodes 2 --memory-share 0.9 --streams 1, false",
        // DeepSeek-V3 issue 205: out of memory on 4 servers of 8 RTX 4090 in eight shares of four stages.
        "deepseek-v3 --on nvidia-rtx-4090 --count 32 --nodes 4 --layout tp8pp4 --streams 1 --prompt-tokens 64 --output-tokens 64, false",
        // vLLM issues 40821 and 40802: 131,072 tokens on 2 RTX PRO 6000; how much of them was filled is not said.
        "deepseek-v4-flash --on nvidia-rtx-pro-6000-blackwell --count 2 --memory-share 0.95 --streams 4 --prompt-tokens 130000 --output-tokens 1000, true",
        // Kimi-K2 deploy guide: 128 k take 16 H200.
        "kimi-k2 --on nvidia-h200-sxm-141gb --count 8 --memory-share 0.9 --streams 1 --prompt-tokens 127000 --output-tokens 1000, false",
        "kimi-k2 --on nvidia-h200-sxm-141gb --count 16 --nodes 2 --streams 1 --prompt-tokens 127000 --output-tokens 1000, true",
    })
    void itFitsOrNotAsPublished(String line, boolean fits) throws IOException {
        JsonNode memory = size(line).get("memory");
        assertThat(memory.get("neededBytes").asLong()
                        <= memory.get("usableBytes").asLong())
                .isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        // vLLM issue 21348.
        "qwen3-235b-a22b-fp8 --on nvidia-h100-sxm5-80gb --count 4 --engine vllm --layout tp4 --streams 4, 178880, 0.15",
        "qwen3-235b-a22b-fp8 --on nvidia-h100-sxm5-80gb --count 4 --engine sglang --layout tp4 --memory-share 0.93 --streams 4, 367404, 0.01",
        // MiniMax deploy guide, rounded.
        "minimax-m2.5 --on nvidia-h20-96gb --count 4 --engine vllm --layout tp4 --streams 4, 400000, 0.1",
        "minimax-m2.5 --on nvidia-h200-sxm-141gb --count 8 --engine vllm --layout tp8ep8 --streams 4, 3000000, 0.1",
        // Kimi-K2.5 issue 34; the device is not named.
        "kimi-k2.5 --on nvidia-b300-sxm-288gb --count 8 --engine vllm --layout tp8 --streams 4, 2499584, 0.05",
    })
    void theCacheHoldsAsManyTokensAsPublished(String line, long tokens, double tolerance) throws IOException {
        long held = size(line).at("/memory/cacheTokensThatFit").asLong();
        assertThat(held / (double) tokens - 1).isBetween(-tolerance, tolerance);
    }

    /** Boxes that were refused for want of a row: Kimi-K2.5 in 4 bits on Blackwell, gpt-oss in FP4 on Apple. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "kimi-k2.5 --on nvidia-b200-sxm-180gb --count 8 --streams 8",
                "kimi-k2.5 --on nvidia-b300-sxm-288gb --count 8 --engine vllm",
                "kimi-k2.5 --on nvidia-dgx-spark-gb10 --count 8 --nodes 8 --streams 1",
                "qwen3-32b --on nvidia-rtx-5090 --precision int4 --streams 1",
                "qwen3-32b --on nvidia-rtx-4090-48gb-modified --precision int4 --streams 1",
                "gpt-oss-120b --on apple-mac-studio-m3-ultra-512gb --streams 1",
                "llama-3.1-8b --on intel-arc-pro-b60 --precision int4 --engine vllm --streams 1",
            })
    void itIsKnownToRun(String line) throws IOException {
        assertThat(size(line).at("/plan/mode").asText()).isIn("native", "weight-only");
    }

    /** Next token and first token, ms; a first token that was not published is 0. */
    @ParameterizedTest
    @CsvSource({
        // tt-inference-server issue 356: two servers of 8 H100, InfiniBand.
        "deepseek-r1 --on nvidia-h100-sxm5-80gb --count 16 --nodes 2 --engine sglang --streams 1 --prompt-tokens 128 --output-tokens 1024, 23.2, 184",
        "deepseek-r1 --on nvidia-h100-sxm5-80gb --count 16 --nodes 2 --engine sglang --streams 1 --prompt-tokens 4096 --output-tokens 128, 23.7, 200",
        "deepseek-r1 --on nvidia-h100-sxm5-80gb --count 16 --nodes 2 --engine sglang --streams 1 --prompt-tokens 8192 --output-tokens 128, 24, 264",
        // atlas issue 146, Kimi-K2.6 on 8 DGX Spark: 16 tokens a second for one, 117 for 16.
        "kimi-k2.5 --on nvidia-dgx-spark-gb10 --count 8 --nodes 8 --engine vllm --streams 1, 62.5, 0",
        "kimi-k2.5 --on nvidia-dgx-spark-gb10 --count 8 --nodes 8 --engine vllm --streams 16, 137, 0",
    })
    void theTimesAreAsPublished(String line, double next, double first) throws IOException {
        JsonNode performance = size(line).get("performance");
        assertThat(next).satisfies(inside(performance.get("timePerOutputTokenMs")));
        if (first > 0) {
            assertThat(first).satisfies(inside(performance.get("timeToFirstTokenMs")));
        }
    }

    private static Consumer<Double> inside(JsonNode interval) {
        return value -> assertThat(value)
                .isBetween(interval.get("low").asDouble(), interval.get("high").asDouble());
    }

    /** Streams that find no room wait: vLLM answered 64 of 9,216 tokens on one H200, of which 19 fit. */
    @Test
    void streamsThatDoNotFitWait() throws IOException {
        JsonNode answer = size(
                "llama-3.1-70b --precision fp8 --on nvidia-h200-sxm-141gb --engine vllm --streams 64 --prompt-tokens 8192 --output-tokens 1024");
        assertThat(answer.at("/memory/neededBytes").asLong())
                .isGreaterThan(answer.at("/memory/usableBytes").asLong());
        assertThat(answer.at("/performance/timeToFirstTokenMs/likely").asDouble())
                .isGreaterThan(10_000);
    }

    /** The time of a next token does not depend on how long the answer is, but for its growing cache. */
    @ParameterizedTest
    @CsvSource({"16", "64", "256"})
    void aShortAnswerIsNoSlower(int tokens) throws IOException {
        String line =
                "deepseek-r1 --on nvidia-h200-sxm-141gb --count 8 --streams 1 --prompt-tokens 32000 --output-tokens ";
        assertThat(next(line + tokens) / next(line + 2048)).isBetween(0.9, 1.1);
    }

    private static double next(String line) throws IOException {
        return size(line).at("/performance/timePerOutputTokenMs/likely").asDouble();
    }
}
