package advisor.sizing.speed;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.survey.MachineEstimator;
import advisor.facts.Lens;
import advisor.facts.Performance;
import advisor.facts.machine.Accelerator;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Parameters;
import advisor.request.MachineForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published runs of kinds that no fit saw, by the formula that the advice uses. */
class PublishedRunsTest {
    private static final List<PublishedRun> RUNS = PublishedRun.all();
    private static final double ROUNDING = 1.01;

    /** Before such experts were read faster, and after engines were as fast as today's otherwise. */
    private static final String EARLY = "2025-04-15";

    @Test
    void allLieInsideTheirInterval() {
        assertThat(RUNS).hasSizeGreaterThan(15).allMatch(PublishedRun::inside);
    }

    @ParameterizedTest
    @CsvSource({"four bits", "Huawei", "Apple"})
    void thoseOfAKindLieAroundTheirEstimate(String kind) {
        List<PublishedRun> runs =
                RUNS.stream().filter(run -> run.kind().equals(kind)).toList();
        assertThat(SpeedFit.median(runs.stream().mapToDouble(PublishedRun::off).toArray()))
                .isCloseTo(1, Percentage.withPercentage(20));
        assertThat(runs)
                .allSatisfy(run -> assertThat(run.off()).as(run.machine()).isBetween(0.55, 1.45));
    }

    /**
     * Cards of DeepSeek-V3-AWQ, of February 2025: prompt tokens a second that were measured with no answer beside. What goes in while
     * answers come out is less, whether by all that comes out or by the speed of each stream.
     */
    @ParameterizedTest
    @CsvSource({
        "nvidia-a100-sxm4-80gb, 8, 8, 2442",
        "nvidia-a100-sxm4-80gb, 8, 32, 2442",
        "nvidia-a100-sxm4-80gb, 8, 128, 2442",
        "nvidia-h100-sxm5-80gb, 8, 16, 4732",
        "nvidia-h100-sxm5-80gb, 8, 64, 4732",
        "nvidia-h100-sxm5-80gb, 8, 128, 4732",
        "nvidia-h200-sxm-141gb, 4, 64, 2653",
    })
    void noMorePromptsGoInThanWereRead(String accelerator, int devices, int streams, double measured) {
        Performance performance = performance(accelerator, devices, "int4", streams, 4096, 1024);
        assertThat(promptsTaken(likely(performance.outputTokensPerSecond()), 4096, 1024))
                .isLessThan(measured);
        assertThat(promptsTaken(streams * likely(performance.tokensPerSecondPerUser()), 4096, 1024))
                .isLessThan(measured);
    }

    private static double promptsTaken(double answered, int prompt, int output) {
        return answered / output * prompt;
    }

    /** One prompt alone is read no faster than the card said, its first steps aside. */
    @ParameterizedTest
    @CsvSource({
        "nvidia-a100-sxm4-80gb, 8, 2442",
        "nvidia-h100-sxm5-80gb, 8, 4732",
        "nvidia-h200-sxm-141gb, 4, 2653",
    })
    void aPromptIsReadNoFasterThanMeasured(String accelerator, int devices, double measured) {
        double near = firstToken(accelerator, devices, 4096);
        double far = firstToken(accelerator, devices, 32_768);
        assertThat((32_768 - 4096) / (far - near)).isBetween(measured / 2, measured * ROUNDING);
    }

    private static double firstToken(String accelerator, int devices, int prompt) {
        return likely(performance(accelerator, devices, "int4", 1, prompt, 1024).timeToFirstTokenSeconds());
    }

    /** tt-inference-server issue 356: 242 ms after the half that was not read before of 8,192 tokens on 8 H100. */
    @Test
    void promptsOfFourBitsAreReadFasterSinceMarlin() {
        assertThat(firstToken("2025-04-15")).isGreaterThan(0.8);
        assertThat(firstToken("2025-07-15")).isBetween(0.242, 0.4);
    }

    private static double firstToken(String day) {
        return likely(performance(
                        new MachineForm("nvidia-h100-sxm5-80gb", 8, 1, "int4", null),
                        "streams",
                        "1",
                        "prompt-tokens",
                        "8192",
                        "output-tokens",
                        "128",
                        "prefix-cache-share",
                        "0.5",
                        "as-of",
                        day)
                .timeToFirstTokenSeconds());
    }

    /** deepseek-v3-r1-deploy-and-benchmarks of dzhsurf: 8 H100, AWQ, 100 at once of 1,024 + 256 do 620 together. */
    @Test
    void aFullBoxOfFourBitsAnswersAsMuchAsPublished() {
        assertThat(likely(performance("nvidia-h100-sxm5-80gb", 8, "int4", 100, 1024, 256)
                        .outputTokensPerSecond()))
                .isCloseTo(620, Percentage.withPercentage(25));
    }

    /** vllm-ascend issue 4295: 31 ms a token on eight servers; one of them in four bits is no faster than 25. */
    @ParameterizedTest
    @CsvSource({"1, 25, 50", "3, 28, 50", "5, 28, 65"})
    void oneAscendServerIsNotPromisedMoreThanEightDo(int streams, double fastest, double slowest) {
        Interval speed = Objects.requireNonNull(performance("huawei-ascend-910b", 8, "int4", streams, 4096, 1024)
                .tokensPerSecondPerUser());
        assertThat(1000 / speed.likely()).isBetween(fastest, slowest);
        assertThat(1000 / speed.high()).isLessThan(31);
        assertThat(1000 / speed.low()).isGreaterThan(50);
    }

    /** vllm-ascend issue 4295: eight prompts of 7,168 tokens at once on four servers wait 1.83 s (MindIE) to 3.68 s. */
    @Test
    void fourAscendServersReadAPromptAsFastAsPublished() {
        Interval wait = Objects.requireNonNull(
                performance("huawei-ascend-910b", 32, 4, "int8", 8, 7168, 2048).timeToFirstTokenSeconds());
        assertThat(wait.likely()).isBetween(1.83, 3.68);
        assertThat(wait.low()).isLessThan(1.83);
    }

    /** geerlingguy/beowulf-ai-cluster issue 17: R1 on an M3 Ultra in llama.cpp, 168.9 and 20.2 tokens/s; MLX is not faster. */
    @Test
    void aMacIsNotPromisedMoreThanWasMeasuredOnOne() {
        Performance performance = performance(
                new MachineForm("apple-mac-studio-m3-ultra-512gb", 1, 1, "int4", "mlx"),
                "streams",
                "1",
                "prompt-tokens",
                "512",
                "output-tokens",
                "128",
                "prefix-cache-share",
                "0");
        assertThat(likely(performance.tokensPerSecondPerUser())).isBetween(15.0, 20.2 * ROUNDING);
        assertThat(512 / likely(performance.timeToFirstTokenSeconds())).isLessThan(168.9);
    }

    /** Where no run of a maker was read, as much bandwidth gives less than on any whose runs were, within more. */
    @Test
    void aMakerThatNobodyMeasuredGainsNothing() {
        MakerShares shares = new MakerShares(Parameters.of(Shipped.catalog().parameters(Shipped.TODAY, Lens.EVIDENCE)));
        double least = shares.share(accelerator("huawei-ascend-910b"));
        assertThat(least).isLessThanOrEqualTo(shares.share(accelerator("amd-mi300x")));
        assertThat(List.of(
                        "moore-threads-s4000",
                        "metax-c500",
                        "hygon-bw1000",
                        "kunlun-p800",
                        "cambricon-mlu590-m9",
                        "iluvatar-bi-v150",
                        "enflame-t20",
                        "intel-gaudi3",
                        "google-tpu-v6e",
                        "aws-trainium2"))
                .map(PublishedRunsTest::accelerator)
                .allSatisfy(one -> {
                    assertThat(shares.share(one)).as(one.id()).isLessThan(least);
                    assertThat(shares.spread(one).low()).isLessThan(0.75);
                    assertThat(shares.spread(one).high()).isGreaterThan(1.5);
                });
        assertThat(shares.share(accelerator("nvidia-rtx-4090"))).isEqualTo(1);
        assertThat(shares.share(accelerator("intel-arc-pro-b60"))).isEqualTo(1);
    }

    private static Accelerator accelerator(String id) {
        return Shipped.catalog().accelerator(id);
    }

    private static double likely(@Nullable Interval interval) {
        return Objects.requireNonNull(interval).likely();
    }

    private static Performance performance(
            String accelerator, int devices, String format, int streams, int prompt, int output) {
        return performance(accelerator, devices, 1, format, streams, prompt, output);
    }

    private static Performance performance(
            String accelerator, int devices, int nodes, String format, int streams, int prompt, int output) {
        return performance(
                new MachineForm(accelerator, devices, nodes, format, null),
                "streams",
                Integer.toString(streams),
                "prompt-tokens",
                Integer.toString(prompt),
                "output-tokens",
                Integer.toString(output),
                "prefix-cache-share",
                "0",
                "as-of",
                format.equals("int4") ? EARLY : Shipped.TODAY.toString());
    }

    private static Performance performance(MachineForm machine, String... load) {
        List<String> named = new ArrayList<>(List.of("model", "deepseek-r1"));
        named.addAll(List.of(load));
        return new MachineEstimator(Shipped.catalog(), Shipped.request(named.toArray(String[]::new)))
                .estimate(Shipped.catalog().model("deepseek-r1"), machine)
                .candidate()
                .performance();
    }
}
