package advisor.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.cli.CommandRun;
import org.junit.jupiter.api.Test;

class LaunchCommandTest {
    private static String launch(String option, String... more) {
        String[] command = new String[7 + more.length];
        System.arraycopy(
                new String[] {"launch", option, "--model", "deepseek-r1", "--as-of", "2026-11-28", "--lang=en"},
                0,
                command,
                0,
                7);
        System.arraycopy(more, 0, command, 7, more.length);
        return run(command);
    }

    private static String run(String... command) {
        CommandRun run = CommandRun.of(command);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }

    @Test
    void theLayoutOfThePlanIsTold() {
        assertThat(launch("h20-sxm-x16-pair", "--streams", "32"))
                .contains("vllm serve deepseek-ai/DeepSeek-R1", "--tensor-parallel-size 16", "2 servers")
                .contains("--max-model-len 5120", "--max-num-seqs 32");
        assertThat(launch("h100-x16-pair", "--streams", "64"))
                .contains("--tensor-parallel-size 4", "--data-parallel-size 4", "--enable-expert-parallel");
        assertThat(launch("dgx-h200")).doesNotContain("data-parallel", "servers");
    }

    /** The plan takes the engine for which they are published. */
    @Test
    void filesThatASourceNamesAreTold() {
        assertThat(launchOf("deepseek-v4-flash", "compose-nvidia-rtx-pro-6000-blackwell"))
                .contains(" deepseek-ai/DeepSeek-V4-Flash")
                .doesNotContain("WEIGHTS");
        assertThat(launchOf("deepseek-v4-flash", "ascend-910b-x8"))
                .contains("vllm serve Eco-Tech/DeepSeek-V4-Flash-w8a8-mtp")
                .doesNotContain("WEIGHTS");
        assertThat(launchOf("qwen3-32b", "rtx-4090-x1")).contains(" Qwen/Qwen3-32B-AWQ");
    }

    private static String launchOf(String model, String option, String... more) {
        String[] command = new String[6 + more.length];
        System.arraycopy(
                new String[] {"launch", option, "--model", model, "--as-of=2026-12-01", "--lang=en"}, 0, command, 0, 6);
        System.arraycopy(more, 0, command, 6, more.length);
        return run(command);
    }

    /** A plan that fits only if the engine is told to fill more than it does by itself. */
    @Test
    void theShareOfMemoryIsToldWhereThePlanRestsOnIt() {
        assertThat(launch("h20-x8", "--streams", "48", "--precision-floor", "native"))
                .contains("--mem-fraction-static 0.95");
        assertThat(launch("dgx-h200")).doesNotContain("mem-fraction", "memory-utilization");
        assertThat(launch("dgx-h200", "--memory-share", "0.8")).contains(" 0.8 \\\n");
    }

    /** vLLM and SGLang refuse a context beyond the configured one by themselves. */
    @Test
    void aContextBeyondTheConfiguredOneIsAskedForAsTheMakerSays() {
        String yarn = "{\"rope_type\": \"yarn\", \"factor\": 4.0, \"original_max_position_embeddings\": 32768}";
        assertThat(launchQwen("100000")).contains("101000", yarn, "YaRN is switched on");
        assertThat(launchQwen("4096")).doesNotContain("yarn", "YaRN");
    }

    private static String launchQwen(String promptTokens) {
        return run(
                "launch",
                "h200-x8",
                "--model=qwen3-235b-a22b-fp8",
                "--streams=4",
                "--prompt-tokens=" + promptTokens,
                "--output-tokens=1000",
                "--as-of=2026-11-28",
                "--lang=en");
    }

    @Test
    void itIsToBeCheckedAndItsVerdictIsTold() {
        assertThat(launch("dgx-h200")).startsWith("# To check, not to trust").contains("verdict: not recommended");
    }

    @Test
    void weightsThatNoSourceNamesAreLeftOpen() {
        assertThat(launchOf("kimi-k2", "h200-x8")).contains(" WEIGHTS", "no source names them");
    }

    @Test
    void filesOfTheModelAreNamedAndThoseOfAnotherAreNot() {
        assertThat(run("launch", "dgx-h200", "--model", "deepseek-v3.2"))
                .contains("vllm serve deepseek-ai/DeepSeek-V3.2")
                .doesNotContain("no source names them");
        assertThat(run("launch", "dgx-h200", "--model", "deepseek-v3")).doesNotContain("DeepSeek-R1");
    }

    @Test
    void whatWasQuotedOrIsOfPartsIsLaunchedToo() {
        assertThat(launch("quote-8-nvidia-h20-141gb", "--quote", "8 x nvidia-h20-141gb, 110万"))
                .contains("serve deepseek-ai/DeepSeek-R1");
        assertThat(run("launch", "compose-nvidia-rtx-3090", "--model", "qwen3-8b"))
                .contains("vllm serve Qwen/Qwen3-8B");
    }

    @Test
    void whatRunsElsewhereIsNotLaunched() {
        assertThat(launch("deepinfra")).doesNotContain("serve ").contains("DeepInfra API is a service", "its API");
    }

    /** Its options of data-parallel attention and of guessing stand in a file alone. */
    @Test
    void tensorRtIsToldTheLayoutToo() {
        String plain = run("launch", "h200-x8", "--model=qwen3-8b", "--as-of=2026-11-28", "--lang=en");
        assertThat(plain)
                .contains("by tensorrt-llm", "trtllm-serve WEIGHTS", "--tp_size 8", "--max_seq_len 5120")
                .contains("--max_batch_size 16")
                .doesNotContain("options.yaml", "mpirun");
    }

    @Test
    void ofAnEngineWithoutACommandThePlanIsTold() {
        assertThat(run("launch", "mac-studio-m3-ultra", "--model=qwen3-8b", "--as-of=2026-11-28", "--lang=en"))
                .contains("By its own documentation", "layout TP1", "context of 5120 tokens, 4 answers");
    }
}
