package advisor.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.survey.MachineEstimator;
import advisor.catalog.Catalog;
import advisor.facts.Candidate;
import advisor.facts.Request;
import advisor.facts.unit.Interval;
import advisor.request.MachineForm;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people published of how fast a model is on a machine, on its day: tokens a second of one stream. */
class PublicSpeedsTest {
    @ParameterizedTest
    @CsvSource({
        // Card of DeepSeek-R1-AWQ, one stream.
        "deepseek-r1-awq, nvidia-a100-sxm4-80gb, 8, int4, vllm, 1, 2, 2048, 2025-03-01, 46.8",
        "deepseek-r1-awq, nvidia-h100-sxm5-80gb, 8, int4, vllm, 1, 2, 2048, 2025-03-01, 61.5",
        "deepseek-r1-awq, nvidia-h200-sxm-141gb, 4, int4, vllm, 1, 2, 2048, 2025-03-01, 58.4",
        // Discussion 118 of DeepSeek-R1: about 50 at once, 7 each.
        "deepseek-r1, nvidia-h20-96gb, 8, fp8, sglang, 50, 512, 512, 2025-03-01, 7",
        // XiongjieDai/GPU-Benchmarks.
        "llama-3.1-70b, nvidia-rtx-4090, 2, gguf-q4, llama.cpp, 1, 512, 1024, 2026-11-28, 19.06",
        "llama-3.1-70b, nvidia-rtx-3090, 2, gguf-q4, llama.cpp, 1, 512, 1024, 2026-11-28, 16.29",
        "llama-3.1-70b, nvidia-l40s, 1, gguf-q4, llama.cpp, 1, 512, 1024, 2026-11-28, 15.31",
        "llama-3.1-70b, nvidia-a100-sxm4-80gb, 1, gguf-q4, llama.cpp, 1, 512, 1024, 2026-11-28, 24.33",
        // unsloth issue 1591.
        "deepseek-r1, nvidia-h100-sxm5-80gb, 2, gguf-q1, llama.cpp, 1, 512, 128, 2026-11-28, 11.89",
        // geerlingguy/beowulf-ai-cluster issue 17.
        "deepseek-r1, apple-mac-studio-m3-ultra-512gb, 1, gguf-q4, llama.cpp, 1, 512, 128, 2026-11-28, 20.21",
        // Rapid-MLX issue 636.
        "qwen3-8b, apple-mac-studio-m3-ultra-512gb, 1, int4, mlx, 1, 512, 128, 2026-11-28, 112.9",
        // inferencer-feedback issue 300: 5,800 to 6,000 for 256.
        "qwen3-30b-a3b, nvidia-rtx-pro-6000-blackwell, 1, fp8, vllm, 256, 256, 512, 2026-11-28, 23.0",
        // Oracle, Llama 3.1 405B on MI300X: 1 and 64 at once do 36 and 1,184 all together.
        "llama-3.1-405b, amd-mi300x, 8, fp8, vllm, 1, 128, 128, 2026-11-28, 36",
        "llama-3.1-405b, amd-mi300x, 8, fp8, vllm, 64, 128, 128, 2026-11-28, 18.5",
        // spark-arena/recipe-registry issue 17.
        "gpt-oss-120b, nvidia-dgx-spark-gb10, 1, fp4, vllm, 1, 512, 128, 2026-11-28, 58.8",
        // ai-benchmarks issue 21.
        "gpt-oss-20b, amd-ryzen-ai-max-395, 1, fp4, llama.cpp, 1, 512, 128, 2026-11-28, 45",
    })
    void theMeasuredSpeedLiesInsideTheInterval(
            String model,
            String accelerator,
            int devices,
            String format,
            String engine,
            int streams,
            int prompt,
            int output,
            String day,
            double measured) {
        Request load = Shipped.request(
                "model", "deepseek-r1",
                "as-of", day,
                "streams", Integer.toString(streams),
                "prompt-tokens", Integer.toString(prompt),
                "output-tokens", Integer.toString(output));
        Interval speed = speed(candidate(model, new MachineForm(accelerator, devices, 1, format, engine), load));
        assertThat(measured).as("%s", speed).isBetween(speed.low(), speed.high());
    }

    private static Candidate candidate(String model, MachineForm form, Request load) {
        Catalog catalog = Shipped.catalog();
        MachineEstimator estimator = new MachineEstimator(catalog, load);
        return (catalog.models().containsKey(model)
                        ? estimator.estimate(catalog.model(model), form)
                        : estimator.estimate(Fixture.facts(model), form))
                .candidate();
    }

    private static Interval speed(Candidate candidate) {
        return Objects.requireNonNull(candidate.performance().tokensPerSecondPerUser());
    }
}
