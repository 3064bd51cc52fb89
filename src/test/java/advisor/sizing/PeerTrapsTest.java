package advisor.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.advice.Stance;
import advisor.advice.Verdict;
import advisor.facts.Candidate;
import advisor.facts.Finding;
import advisor.facts.Layout;
import advisor.facts.Memory;
import advisor.facts.Request;
import advisor.facts.TokenCost;
import advisor.facts.model.Attention;
import advisor.facts.model.LanguageModel;
import advisor.facts.model.ModelSize;
import advisor.facts.model.Precision;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Parameters;
import advisor.request.RequestForm;
import advisor.sizing.memory.Loading;
import advisor.sizing.memory.MemorySizing;
import advisor.sizing.model.ModelSizing;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What made other calculators wrong by multiples. Each trap has caught at least one of them. */
class PeerTrapsTest {
    /** Of what the files on disk take, that which is no tensor. */
    private static final double HEADERS_PERCENT = 0.001;

    @TempDir
    Path folder;

    /** Trap 1: latent attention sized as if every head kept its own keys and values is 71 times too large. */
    @Test
    void trap1LatentAttentionIsNotSizedByItsHeads() {
        assertThat(perToken("deepseek-r1")).isEqualTo(70_272).isLessThan(4_997_120 / 70);
    }

    /** Trap 2: every tensor-parallel rank holds the whole latent vector; only groups of their own hold less. */
    @Test
    void trap2LatentCacheIsNotSharedOutOverRanks() {
        DeploymentOption machine = Shipped.catalog().option("h200-sxm-x8-self-built");
        Bytes one = new Bytes(70_272L * 5_120);
        assertThat(r1().on(machine, new Loading(Precision.FP8, Layout.tensor(8), null, false))
                        .kvCache())
                .isEqualTo(one.times(16 * 8));
        assertThat(r1().on(machine, new Loading(Precision.FP8, new Layout(8, 1, 8, 1), null, false))
                        .kvCache())
                .isEqualTo(one.times(16));
    }

    /** Trap 3: the latent vector is rank and position part, not twice the content part of a head (2.25 times less). */
    @Test
    void trap3LatentVectorIsRankAndPositionPart() {
        Attention.Latent attention =
                (Attention.Latent) Fixture.size("deepseek-r1").attention();
        assertThat(attention.valuesPerTokenAndLayer()).isEqualTo(512 + 64).isNotEqualTo(128 + 128);
        assertThat(attention.bytesPerToken()).isEqualTo(61L * (512 + 64) * 2);
    }

    /** Trap 4: a configuration may name heads of 64 and be latent; architecture names tell nothing. */
    @ParameterizedTest
    @CsvSource({"glm-5-fp8, 100152", "deepseek-v3.2, 78324", "kimi-k2.5, 70272", "kimi-k2, 70272"})
    void trap4LatentAttentionIsToldByItsRank(String model, long bytes) {
        assertThat(Fixture.size(model).attention().kind()).isEqualTo(Attention.Kind.MLA);
        assertThat(perToken(model)).isEqualTo(bytes);
    }

    @Test
    void trap4AnArchitectureOfAnyNameIsLatentIfItHasTheRank() {
        ModelSize size = Fixture.sizeOf(
                folder,
                """
                {"model_type": "never_heard_of", "num_hidden_layers": 10, "num_attention_heads": 8, "head_dim": 64,
                 "num_key_value_heads": 8, "kv_lora_rank": 256, "qk_rope_head_dim": 32}""");
        assertThat(size.attention().bytesPerToken()).isEqualTo(10 * (256 + 32) * 2);
        assertThat(size.totalParameters()).isNull();
    }

    /** Trap 5: all experts are held, whatever one token uses. */
    @Test
    void trap5MemoryHoldsAllExperts() {
        ModelSize size = Fixture.size("qwen3-235b-a22b");
        assertThat(size.checkpoint()).isEqualTo(new Bytes(2 * size.totalParameters()));
        assertThat(size.activeParameters()).isLessThan(size.totalParameters() / 10);
    }

    /** Trap 6: half the layers of gpt-oss keep 128 tokens at most. */
    @Test
    void trap6WindowedLayersStopGrowing() {
        Attention attention = Fixture.size("gpt-oss-120b").attention();
        assertThat(attention.cache(100_000).bytes()).isEqualTo(new Bytes(36_864L * 100_000 + 4_718_592));
        assertThat(attention.cache(64).bytes()).isEqualTo(new Bytes(73_728L * 64));
        assertThat(Fixture.size("gpt-oss-20b").attention().cache(100_000).bytes())
                .isEqualTo(new Bytes(24_576L * 100_000 + 3_145_728));
    }

    /** Trap 7: the quantisation outranks torch_dtype, which would double the memory. */
    @Test
    void trap7QuantisationOutranksTorchType() {
        ModelSize size = Fixture.size("deepseek-r1");
        assertThat(size.precision()).isEqualTo(Precision.FP8);
        assertThat(size.checkpoint().count()).isLessThan(2 * size.totalParameters() * 6 / 10);
    }

    /** Trap 8: what a blog prints as 131 GB are GiB, and cards printed as 80 GB hold more than 80 thousand million bytes. */
    @Test
    void trap8GigabytesAreNotGibibytes() {
        Bytes file = r1().on(
                        Shipped.catalog().option("h200-sxm-x8-self-built"),
                        new Loading(Precision.GGUF_Q1, Layout.tensor(8), null, false))
                .weights();
        assertThat(file.gibibytes()).isCloseTo(130.60, Percentage.withPercentage(0.01));
        assertThat(file.gigabytes()).isCloseTo(140.23, Percentage.withPercentage(0.01));
        Memory cards = r1().on(
                        Shipped.catalog().option("cloud-h100-rental"),
                        new Loading(Precision.FP8, Layout.tensor(8), null, false));
        assertThat(cards.total()).isEqualTo(new Bytes(8 * 85_018_877_624L));
    }

    /** Trap 9: the multi-token-prediction module takes 15.4 GB, once. */
    @Test
    void trap9PredictionModuleIsCountedOnce() {
        ModelSize size = Fixture.size("deepseek-r1");
        long module = size.checkpoint().minus(size.withoutPrediction()).count();
        assertThat(module).isEqualTo(15_424_227_552L);
        assertThat(size.totalParameters() + size.multiTokenPredictionParameters())
                .isEqualTo(684_489_845_504L);
    }

    /** Trap 10: the head size is derived where it is absent, and taken where it differs. */
    @ParameterizedTest
    @CsvSource({"llama-3.1-8b, 128", "llama-3.1-405b, 128", "qwen3-235b-a22b, 128", "gpt-oss-20b, 64"})
    void trap10HeadSizeIsGivenOrDerived(String model, int size) {
        assertThat(Fixture.size(model).attention())
                .isInstanceOfSatisfying(Attention.Grouped.class, attention -> assertThat(attention.headDim())
                        .isEqualTo(size));
    }

    static Stream<String> catalogued() {
        return Shipped.catalog().models().values().stream()
                .filter(model -> model.facts() != null)
                .map(LanguageModel::id);
    }

    /** Trap 11: the figures that the catalog prints are those that its configuration gives. */
    @ParameterizedTest
    @MethodSource("catalogued")
    void trap11CatalogAndConfigurationAgree(String id) {
        LanguageModel model = Shipped.catalog().model(id);
        ModelSize derived = ModelSizing.of(model.facts());
        if (derived.totalParameters() != null && model.totalParameters() != null) {
            assertThat(model.totalParameters()).isEqualTo(derived.totalParameters());
            assertThat(model.activeParameters()).isEqualTo(derived.activeParameters());
            assertThat(model.multiTokenPredictionParameters() == null ? 0 : model.multiTokenPredictionParameters())
                    .isEqualTo(
                            derived.multiTokenPredictionParameters() == null
                                    ? 0
                                    : derived.multiTokenPredictionParameters());
        }
        assertThat(model.layers()).isEqualTo(derived.layers());
        assertThat(model.routedExperts()).isEqualTo(derived.routedExperts());
        assertThat(model.expertsPerToken()).isEqualTo(derived.expertsPerToken());
        assertThat(model.attention().heads()).isEqualTo(derived.attention().heads());
        if (model.attention().kind() != Attention.Kind.UNKNOWN) {
            assertThat(model.attention()).isEqualTo(withoutIndex(derived.attention()));
        }
        if (derived.precision() != null) {
            assertThat(model.nativePrecision()).isEqualTo(derived.precision());
        }
    }

    @ParameterizedTest
    @MethodSource("catalogued")
    void trap11CatalogAndConfigurationAgreeOnBytes(String id) {
        LanguageModel model = Shipped.catalog().model(id);
        ModelSize derived = ModelSizing.of(model.facts());
        if (derived.checkpoint() != null) {
            model.checkpoint(model.nativePrecision()).ifPresent(published -> assertThat(
                            (double) published.bytes().count())
                    .isCloseTo(
                            derived.checkpoint().count(),
                            Percentage.withPercentage(id.equals("llama-4-scout") ? HEADERS_PERCENT : 0)));
        }
    }

    /** The catalog's files tell of the vectors alone. */
    private static Attention withoutIndex(Attention attention) {
        return attention instanceof Attention.Latent latent ? latent.withoutIndex() : attention;
    }

    /** Trap 12: what fits and is too slow is out by its speed, not by its memory. */
    @Test
    void trap12TooSlowIsNotTooSmall() {
        Verdict verdict = Shipped.verdict(
                        Shipped.advise("model", "deepseek-r1", "min-speed", "150"), "h200-sxm-x8-self-built")
                .best();
        assertThat(verdict.stance()).isEqualTo(Stance.REJECTED);
        assertThat(blockers(verdict))
                .allMatch(rule -> rule.startsWith("concurrency/"))
                .isNotEmpty();
        assertThat(verdict.candidate().memory().shortfall()).isNull();
    }

    /** Trap 13: what nobody prices has no cost, and stands behind all that has one. */
    @Test
    void trap13UnpricedIsNotFree() {
        Advice advice = Shipped.advise("model", "deepseek-r1");
        OptionVerdict unpriced = Shipped.verdict(advice, "b300-x8");
        assertThat(unpriced.best().candidate().cost().likelyOutlay()).isNull();
        assertThat(unpriced.stance()).isEqualTo(Stance.UNDECIDED);
        assertThat(advice.comparisons(unpriced.best().candidate())).isEmpty();
    }

    /** Trap 14: eight cards of 80 GB look large enough for 671 billion parameters in FP8. */
    @Test
    void trap14EightCardsOf80GigabytesAreShort() {
        long cards = 8 * 85_899_345_920L;
        assertThat(Fixture.size("deepseek-r1").checkpoint().count() - cards).isEqualTo(1_380_072_000L);
    }

    /** Trap 15: a load that takes three machines costs three, not nine. */
    @Test
    void trap15UnitsAreMultipliedOnce() {
        Candidate machine = Shipped.verdict(
                        Shipped.advise("model", "deepseek-r1", "streams", "3000", "assume", "cost/busy-share=1"),
                        "h200-sxm-x8-self-built")
                .best()
                .candidate();
        TokenCost tokens = machine.cost().tokens();
        int units = machine.plan().units();
        assertThat(units).isGreaterThan(1);
        assertThat(machine.cost().curve().total(Math.round(tokens.tokensPerMonth())))
                .isEqualByComparingTo(machine.cost().total().likely());
        double millions = tokens.tokensPerMonth() * machine.cost().horizonMonths() / 1e6;
        assertThat(tokens.atLoad().likely().amount().doubleValue() * millions)
                .isCloseTo(machine.cost().total().likely().amount().doubleValue(), Percentage.withPercentage(0.01));
    }

    private static MemorySizing r1() {
        Request request = new RequestForm(Map.of("model", "deepseek-r1")).request(Shipped.TODAY);
        Parameters parameters = Parameters.of(Shipped.catalog().parameters(request.asOf(), request.lens()));
        return new MemorySizing(request, Shipped.catalog().model("deepseek-r1"), parameters);
    }

    private static List<String> blockers(Verdict verdict) {
        return verdict.reasons(Finding.Kind.BLOCKER).stream()
                .map(reason -> reason.rule().id())
                .toList();
    }

    private static long perToken(String model) {
        return Fixture.size(model).attention().bytesPerToken();
    }
}
