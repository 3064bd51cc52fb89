package advisor.sizing.memory;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.facts.Layout;
import advisor.facts.Memory;
import advisor.facts.Request;
import advisor.facts.machine.EngineMemory;
import advisor.facts.model.Attention;
import advisor.facts.model.Precision;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Parameters;
import advisor.request.RequestForm;
import advisor.sizing.model.ModelSizing;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes against published figures. */
class MemorySizingTest {
    /** Tokens of a stream unless the request says otherwise. */
    private static final long CONTEXT = 4_096 + 1_024;

    @ParameterizedTest
    @CsvSource({
        "deepseek-r1, 70272",
        "deepseek-v3, 70272",
        "kimi-k2, 70272",
        "qwen2.5-72b, 327680",
        "llama-3.1-405b, 516096",
        "qwen3-235b-a22b, 192512",
        "qwen3-30b-a3b, 98304",
        "qwen3-32b, 262144",
        "minimax-m2.5, 253952",
        "gpt-oss-120b, 36864",
        "gpt-oss-20b, 24576",
    })
    void cacheOfATokenFollowsFromTheArchitecture(String model, long bytes) {
        assertThat(attention(model).bytesPerToken()).isEqualTo(bytes);
    }

    @Test
    void slidingWindowLayersStopGrowing() {
        Bytes cache = attention("gpt-oss-120b").cache(8_192).bytes();
        assertThat(cache).isEqualTo(new Bytes(36_864L * 8_192 + 4_718_592));
    }

    @Test
    void anUnknownAttentionSchemeHasNoCacheFigure() {
        Attention unknown = new Attention.Unknown(64);
        assertThat(unknown.bytesPerToken()).isNull();
        assertThat(unknown.cache(CONTEXT)).isNull();
    }

    /** 21 layers keep one entry of 640 values for four tokens, 20 one of 512 for 128, all a window of 128. */
    @Test
    void compressedLayersKeepOneEntryForManyTokens() {
        Attention attention = attention("deepseek-v4-flash");
        assertThat(attention.bytesPerToken()).isEqualTo(6_880);
        assertThat(attention.cache(128_000).bytes()).isEqualTo(new Bytes(6_880L * 128_000 + 44_032 * 128));
    }

    @ParameterizedTest
    @CsvSource({
        "deepseek-r1, FP8, 673150611808",
        "deepseek-r1, BF16, 1342052838400",
        "deepseek-r1, GGUF_Q1, 140231438464",
        "gpt-oss-20b, FP4, 13761264768",
        "gpt-oss-120b, FP4, 65248815744",
        "qwen3-235b-a22b, BF16, 470187269120",
        "kimi-k2, FP8, 1029173249888",
    })
    void publishedCheckpointsAreTakenToTheByteWithoutPrediction(String model, Precision precision, long bytes) {
        Bytes weights = weights(sizing(model, "evidence"), precision);
        assertThat(weights).isNotNull();
        assertThat((double) weights.count()).isCloseTo(bytes, Percentage.withPercentage(0.01));
    }

    @Test
    void theFoundingDocumentsMultiplyParametersByNominalBytes() {
        MemorySizing founding = sizing("deepseek-r1", "founding");
        assertThat(weights(founding, Precision.BF16).gigabytes()).isCloseTo(1400, Percentage.withPercentage(0.1));
        assertThat(weights(founding, Precision.INT8).gigabytes()).isCloseTo(671, Percentage.withPercentage(0.1));
        assertThat(weights(founding, Precision.INT4).gigabytes()).isCloseTo(335.5, Percentage.withPercentage(0.1));
    }

    @Test
    void eightCardsOf80GigabytesMissTheCheckpointByEightGigabytes() {
        Memory memory = sizing("deepseek-r1", "evidence")
                .on(
                        Shipped.catalog().option("cloud-h100-rental"),
                        new Loading(Precision.FP8, Layout.tensor(8), null, false));
        assertThat(memory.checkpointShortfall()).isEqualTo(new Bytes(688_574_839_360L - 8 * 85_018_877_624L));
        assertThat(memory.checkpointShortfall().gigabytes()).isCloseTo(8.4, Percentage.withPercentage(1));
    }

    @Test
    void whatPredictsFurtherTokensIsPublishedButNotLoaded() {
        Memory memory = r1On8H200(Layout.tensor(8));
        assertThat(memory.checkpoint()).isEqualTo(new Bytes(688_574_839_360L));
        assertThat(memory.weights()).isEqualTo(new Bytes(673_150_611_808L));
        assertThat(memory.notLoaded()).isEqualTo(new Bytes(15_424_227_552L));
    }

    @Test
    void tensorParallelismKeepsALatentCacheOnEveryDevice() {
        Memory memory = r1On8H200(Layout.tensor(8), "streams", "64");
        Bytes once = new Bytes(64L * 70_272 * CONTEXT);
        assertThat(memory.kvCache()).isEqualTo(once.times(8));
        long intoSmallVectors = 61L * 7_168 * (1_536 + 576);
        long routers = 58L * 256 * 7_168 * 2;
        assertThat((double) memory.weightCopies().count())
                .isCloseTo(7.0 * (intoSmallVectors + routers), Percentage.withPercentage(0.1));
    }

    @Test
    void dataParallelAttentionKeepsTheCacheOnceAndAllButTheExpertsEightTimes() {
        Memory memory = r1On8H200(new Layout(8, 1, 8, 1), "streams", "64");
        assertThat(memory.kvCache()).isEqualTo(new Bytes(64L * 70_272 * CONTEXT));
        // 671.0 − 58 × 256 × 3 × 7168 × 2048 parameters at a byte, and embedding and head at two.
        double outsideExperts = memory.weightCopies().gigabytes() / 7;
        assertThat(outsideExperts).isCloseTo(17.1 + 1.9, Percentage.withPercentage(1));
    }

    @Test
    void dataParallelAttentionHoldsAMultipleOfTheStreams() {
        long tensor = r1On8H200(Layout.tensor(8)).streams();
        long data = r1On8H200(new Layout(8, 1, 8, 1)).streams();
        assertThat((double) data / tensor).isBetween(4.0, 7.9);
    }

    @Test
    void oneStreamIsHeldByOneGroupWhateverTheOthersDo() {
        Memory memory = r1On8H200(new Layout(8, 1, 8, 1), "streams", "1");
        assertThat(memory.kvCache()).isEqualTo(new Bytes(8L * 70_272 * CONTEXT));
    }

    @Test
    void theFullestStageOfAPipelineDecides() {
        Memory even = r1On8H200(Layout.tensor(8));
        Memory stages = r1On8H200(new Layout(8, 1, 1, 8));
        double expertLayersOfTheFullest = 8 / (58 / 8.0);
        double share = (double) stages.weightCopies().plus(stages.weights()).count()
                / even.weights().count();
        assertThat(share).isBetween(1.0, expertLayersOfTheFullest);
        assertThat(stages.needed()).isGreaterThan(even.weights());
    }

    @Test
    void aDenseModelStandsWholeInEveryGroup() {
        MemorySizing sizing = sizing("qwen3-32b", "evidence");
        Memory memory = sizing.on(h200x8(), new Loading(Precision.BF16, new Layout(8, 4, 2, 1), null, false));
        assertThat(memory.weightCopies()).isEqualTo(memory.weights());
    }

    @Test
    void idleDevicesOfferNoRoom() {
        Memory four = r1On8H200(new Layout(8, 4, 1, 1));
        Memory eight = r1On8H200(Layout.tensor(8));
        assertThat(four.total()).isEqualTo(eight.total());
        assertThat(four.usable()).isEqualTo(eight.usable().times(0.5));
    }

    @Test
    void anEngineLeavesWhatItSays() {
        EngineMemory engine = new EngineMemory(1, Bytes.ofGigabytes(1), null, null, 1, "test");
        Memory memory = sizing("deepseek-r1", "evidence")
                .on(h200x8(), new Loading(Precision.FP8, Layout.tensor(8), engine, false));
        assertThat(memory.usable()).isEqualTo(memory.total().minus(Bytes.ofGigabytes(8)));
    }

    @Test
    void aFormatThatNoEngineRunsIsNotSaidToMissMemoryThatTheCardsHave() {
        Memory memory =
                Shipped.verdict(Shipped.advise("model", "deepseek-r1"), "a100-pcie-x20-pair").variants().stream()
                        .map(verdict -> verdict.candidate())
                        .filter(candidate -> candidate.precision() == Precision.FP8)
                        .findFirst()
                        .orElseThrow()
                        .memory();
        assertThat(memory.shortfall()).isNull();
    }

    private static Bytes weights(MemorySizing sizing, Precision precision) {
        return sizing.on(h200x8(), new Loading(precision, Layout.tensor(8), null, false))
                .weights();
    }

    private static Attention attention(String model) {
        return ModelSizing.completed(Shipped.catalog().model(model)).attention();
    }

    private static Memory r1On8H200(Layout layout, String... more) {
        return sizing("deepseek-r1", "evidence", more).on(h200x8(), new Loading(Precision.FP8, layout, null, false));
    }

    private static DeploymentOption h200x8() {
        return Shipped.catalog().option("h200-sxm-x8-self-built");
    }

    private static MemorySizing sizing(String model, String lens, String... more) {
        Map<String, String> fields = new java.util.TreeMap<>(Map.of("model", model, "lens", lens));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        Request request = new RequestForm(fields).request(Shipped.TODAY);
        Parameters parameters = Parameters.of(Shipped.catalog().parameters(request.asOf(), request.lens()));
        return new MemorySizing(request, Shipped.catalog().model(model), parameters);
    }
}
