package advisor;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.facts.model.ModelSize;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Unknown;
import advisor.sizing.Fixture;
import advisor.sizing.memory.MeasuredCapacity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Derived sizes beside published ones, as a page that goes stale with the code. */
class SizesPageTest {
    private static final Path PAGE = Path.of("src/docs/sizes.md");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    private static final String FILES = "files on disk with their headers, checkpoint-size-list";
    private static final String PLANNER = "llm-d-planner tests";
    private static final String PAPER = "arXiv 2505.09343, table 1";
    private static final String HUB = "the published files hold so many, as their page says; general knowledge";
    private static final String QUOTED =
            "the published files hold so many, as public code quotes their page (keras-team/keras-hub and others)";
    private static final String TERMS = "counted term by term from the same configuration, aiconfigurator @095f58a5";

    /** In per cent: counts of parameters may differ by no more. */
    private static final double EXACT = 0.1;

    /**
     * What others publish of a model.
     *
     * @param bytes 0 if nobody publishes them
     * @param tolerancePercent how far ours may be off, with the reason in {@code bytesSource}
     * @param cacheBytes a token; 0 if nobody publishes it
     */
    private record Published(
            long bytes, double tolerancePercent, String bytesSource, long cacheBytes, String cacheSource) {
        static final Published NOTHING = new Published(0, 0, "", 0, "");

        static Published bytes(long bytes, double tolerancePercent, String source) {
            return new Published(bytes, tolerancePercent, source, 0, "");
        }

        Published cache(long bytesPerToken, String source) {
            return new Published(bytes, tolerancePercent, bytesSource, bytesPerToken, source);
        }
    }

    /**
     * How many parameters the language model has, by others.
     *
     * @param parameters 0 if nobody says
     * @param cacheBytes a token in 16-bit values; 0 if nobody says
     */
    private record Counted(long parameters, String source, long cacheBytes) {
        static final Counted NOTHING = new Counted(0, "", 0);
    }

    private static final Map<String, Counted> COUNTED = new TreeMap<>();

    private static void count(String model, long parameters, String source, long cacheBytes) {
        COUNTED.put(model, new Counted(parameters, source, cacheBytes));
    }

    static {
        count("command-r-35b", 34_980_831_232L, HUB, 0);
        count("deepseek-v2-lite", 15_706_484_224L, HUB, 0);
        count("deepseek-v4-flash", 0L, TERMS, 6_880);
        count("ernie-4.5-21b-a3b", 21_825_437_888L, HUB, 0);
        count("exaone-4.0-32b", 32_003_216_384L, HUB, 0);
        count("gemma-2-27b", 27_227_128_320L, HUB, 0);
        count("gemma-2-9b", 9_241_705_984L, HUB, 0);
        count("gemma-3-12b", 11_766_034_176L, TERMS, 65_536);
        count("gemma-4-26b-a4b", 25_233_141_760L, TERMS, 20_480);
        count("glm-4-32b", 32_566_081_536L, HUB, 0);
        count("glm-4.7-flash", 29_943_393_920L, TERMS, 0);
        count("glm-5.2-bf16", 743_377_019_904L, TERMS + ", and 132 B of 21 layers with an index", 92_628);
        count("glm4-9b-chat", 9_399_951_360L, TERMS, 40_960);
        count("granite-4.0-h-tiny", 6_939_037_248L, HUB, 0);
        count("hunyuan-a13b", 80_393_183_232L, TERMS, 131_072);
        count("llama-2-70b", 68_976_648_192L, HUB, 0);
        count("kimi-k3", 2_771_462_154_848L, TERMS, 27_648);
        count("kimi-linear-48b-a3b", 49_122_681_728L, TERMS, 8_064);
        count("llama-3.2-1b", 1_235_814_400L, HUB, 0);
        count("llama-3.3-nemotron-super-49b", 49_867_145_216L, TERMS, 200_704);
        count("llama-4-maverick", 400_711_848_960L, TERMS, 49_152);
        count("gpt-oss-120b", 116_829_156_672L, QUOTED, 0);
        count("gpt-oss-20b", 20_914_757_184L, QUOTED, 0);
        count("kimi-k2", 1_026_408_232_448L, QUOTED, 0);
        count("llama-3.1-8b", 8_030_261_248L, QUOTED, 0);
        count("llama-3.1-70b", 70_553_706_496L, QUOTED, 0);
        count("llama-3.1-405b", 405_853_388_800L, QUOTED, 0);
        count("mixtral-8x7b", 46_702_792_704L, QUOTED, 0);
        count("mixtral-8x22b", 140_620_634_112L, QUOTED, 0);
        count("qwen2.5-32b", 32_763_876_352L, QUOTED, 0);
        count("qwen2.5-72b", 72_706_203_648L, QUOTED, 0);
        count("qwen3-4b", 4_022_468_096L, QUOTED, 0);
        count("qwen3-8b", 8_190_735_360L, QUOTED, 0);
        count("qwen3-30b-a3b", 30_532_122_624L, QUOTED, 0);
        count("qwen3-32b", 32_762_123_264L, QUOTED, 0);
        count("qwen3-next-80b-a3b", 79_674_391_296L, QUOTED, 0);
        count("qwen3-235b-a22b", 235_093_634_560L, QUOTED, 0);
        count("mimo-v2-flash", 308_778_780_864L, TERMS, 23_040);
        count("minimax-m3", 426_174_572_928L, TERMS, 137_472);
        count("mistral-7b", 7_241_732_096L, HUB, 0);
        count("nemotron-3-super-120b-a12b", 120_668_707_840L, TERMS, 8_192);
        count("nemotron-h-56b-base", 56_324_350_464L, TERMS, 40_960);
        count("olmo-2-7b", 7_298_617_344L, HUB, 0);
        count("olmoe-1b-7b", 6_919_161_856L, HUB, 0);
        count("phi-3-mini", 3_821_079_552L, HUB, 0);
        count("phi-4", 14_659_507_200L, TERMS, 204_800);
        count("qwen1.5-moe-a2.7b", 14_315_784_192L, HUB, 0);
        count("qwen2.5-7b", 7_615_616_512L, HUB, 0);
        count("qwen3-14b", 14_768_307_200L, HUB, 0);
        count("qwen3.5-27b", 26_895_998_464L, TERMS, 65_536);
        count("qwen3.5-35b-a3b", 34_660_610_688L, TERMS, 20_480);
        count("qwen3.8-27b", 26_895_998_464L, TERMS, 65_536);
        count("smollm3-3b", 3_075_098_624L, HUB, 0);
        count("step-3.5-flash", 196_956_130_368L, TERMS, 49_152);
        count("glm-4.5-air", 106_852_251_264L, HUB, 0);
    }

    private static final Map<String, Published> PUBLISHED = new LinkedHashMap<>();

    static {
        PUBLISHED.put(
                "deepseek-r1", Published.bytes(688_586_727_753L, 0.002, FILES).cache(70_272, PAPER));
        PUBLISHED.put("gpt-oss-20b", Published.bytes(13_761_264_768L, 0, "12.816176533699036 GiB, " + PLANNER));
        PUBLISHED.put(
                "kimi-k2", Published.bytes(1_029_190_981_272L, 0.002, FILES).cache(70_272, PAPER));
        PUBLISHED.put(
                "llama-3.1-405b",
                Published.bytes(811_706_916_800L, 0.002, FILES).cache(516_096, PAPER));
        PUBLISHED.put("llama-4-scout", Published.bytes(217_283_738_720L, 0.002, FILES));
        PUBLISHED.put(
                "minimax-m2.5",
                Published.bytes(230_121_630_720L, 0, "hf-mem README, for M2")
                        .cache(253_952, "hf-mem README, twice its FP8"));
        PUBLISHED.put(
                "qwen2.5-72b", Published.bytes(145_412_518_888L, 0.002, FILES).cache(327_680, PAPER));
        PUBLISHED.put("qwen3-235b-a22b", Published.bytes(470_191_875_096L, 0.002, FILES));
        PUBLISHED.put(
                "qwen3-30b-a3b", Published.bytes(61_066_575_648L, 0.005, FILES).cache(98_304, "InferSim README"));
    }

    static Stream<String> models() {
        return Fixture.names().stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void sizesAreAsPublished(String model) {
        Published published = PUBLISHED.getOrDefault(model, Published.NOTHING);
        ModelSize size = Fixture.size(model);
        if (published.bytes() > 0) {
            assertThat((double) size.checkpoint().count())
                    .isCloseTo(published.bytes(), Percentage.withPercentage(published.tolerancePercent()));
        }
        if (published.cacheBytes() > 0) {
            assertThat(size.attention().bytesPerToken()).isEqualTo(published.cacheBytes());
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void countsAreThoseOfOthers(String model) {
        Counted counted = COUNTED.getOrDefault(model, Counted.NOTHING);
        ModelSize size = Fixture.size(model);
        if (counted.parameters() > 0) {
            assertThat((double) size.totalParameters())
                    .isCloseTo(counted.parameters(), Percentage.withPercentage(EXACT));
        }
        if (counted.cacheBytes() > 0) {
            assertThat(size.attention().bytesPerToken()).isEqualTo(counted.cacheBytes());
        }
    }

    @Test
    void fiftyModelsAndMoreAreCountedByOthers() {
        assertThat(COUNTED.values().stream().filter(counted -> counted.parameters() > 0))
                .hasSizeGreaterThanOrEqualTo(50);
        assertThat(COUNTED.keySet())
                .allSatisfy(model -> assertThat(Fixture.names()).contains(model));
    }

    @Test
    void thePageIsUpToDate() throws IOException {
        String page = page();
        if (UPDATE && System.getenv("CI") == null) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).as("page; -Dgolden.update=true writes it").exists();
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page() {
        return """
                # Sizes

                What `advisor size` derives from each model's configuration, beside what others publish. Written by a test
                (`mvn verify -Dgolden.update=true`) and checked by every build.

                Bytes are those of all tensors, the multi-token-prediction module (MTP) included; files on disk add their
                headers. The cache is that of one token in 16-bit values once every window is full; a state comes on top
                whatever the length. Parameters leave the module and parts for images out, as those of others do. A dash is
                not known.

                | model | parameters | by others | difference | active | MTP | bytes | published | difference | cache, B a token | published | difference | state, B a stream |
                |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
                """
                + models().map(SizesPageTest::row).collect(Collectors.joining())
                + MeasuredCapacity.section()
                + "\n## Where the published figures are from\n\n"
                + PUBLISHED.entrySet().stream().map(SizesPageTest::source).collect(Collectors.joining())
                + COUNTED.entrySet().stream()
                        .map(entry -> "- %s: parameters%s: %s\n"
                                .formatted(
                                        entry.getKey(),
                                        entry.getValue().cacheBytes() == 0 ? "" : " and cache",
                                        entry.getValue().source()))
                        .collect(Collectors.joining())
                + "\n## What is not known, or rests on an assumption\n\n"
                + models().map(SizesPageTest::unknown).collect(Collectors.joining());
    }

    private static String row(String model) {
        ModelSize size = Fixture.size(model);
        Published published = PUBLISHED.getOrDefault(model, Published.NOTHING);
        Counted counted = COUNTED.getOrDefault(model, Counted.NOTHING);
        Bytes bytes = size.checkpoint();
        Long cache = size.attention().bytesPerToken();
        long cacheOfOthers = published.cacheBytes() == 0 ? counted.cacheBytes() : published.cacheBytes();
        return "| "
                + String.join(
                        " | ",
                        model,
                        number(size.totalParameters()),
                        printed(counted.parameters()),
                        difference(size.totalParameters(), counted.parameters()),
                        number(size.activeParameters()),
                        number(size.multiTokenPredictionParameters()),
                        number(bytes == null ? null : bytes.count()),
                        printed(published.bytes()),
                        difference(bytes == null ? null : bytes.count(), published.bytes()),
                        number(cache),
                        printed(cacheOfOthers),
                        difference(cache, cacheOfOthers),
                        printed(size.attention().stateBytes()))
                + " |\n";
    }

    private static String source(Map.Entry<String, Published> entry) {
        Published published = entry.getValue();
        String cache = published.cacheBytes() == 0 ? "" : "; cache: " + published.cacheSource();
        return "- %s: bytes: %s%s\n".formatted(entry.getKey(), published.bytesSource(), cache);
    }

    private static String unknown(String model) {
        return Fixture.size(model).unknown().stream()
                .map(doubt -> "- " + model + ": " + sentence(doubt) + "\n")
                .collect(Collectors.joining());
    }

    private static String sentence(Unknown doubt) {
        return doubt.figure() + ": " + doubt.reason().en();
    }

    private static String number(Long value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%,d", value);
    }

    private static String printed(long published) {
        return published == 0 ? "" : String.format(Locale.ROOT, "%,d", published);
    }

    private static String difference(Long derived, long published) {
        if (derived == null || published == 0) {
            return "";
        }
        double share = 100.0 * (derived - published) / published;
        return derived == published ? "0" : String.format(Locale.ROOT, "%,d (%.4f %%)", derived - published, share);
    }
}
