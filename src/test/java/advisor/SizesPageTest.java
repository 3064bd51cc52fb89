package advisor;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.facts.model.ModelSize;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Unknown;
import advisor.sizing.Fixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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
        PUBLISHED.put("llama-4-scout", Published.bytes(217_283_738_720L, 1, FILES + " and the vision part"));
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
                headers. The cache is that of one token in 16-bit values once every window is full. A dash is not known.

                | model | parameters | active | MTP | bytes | published | difference | cache, B a token | published | difference |
                |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
                """
                + models().map(SizesPageTest::row).collect(Collectors.joining())
                + "\n## Where the published figures are from\n\n"
                + PUBLISHED.entrySet().stream().map(SizesPageTest::source).collect(Collectors.joining())
                + "\n## What is not known, or rests on an assumption\n\n"
                + models().map(SizesPageTest::unknown).collect(Collectors.joining());
    }

    private static String row(String model) {
        ModelSize size = Fixture.size(model);
        Published published = PUBLISHED.getOrDefault(model, Published.NOTHING);
        Bytes bytes = size.checkpoint();
        Long cache = size.attention().bytesPerToken();
        return "| "
                + String.join(
                        " | ",
                        model,
                        number(size.totalParameters()),
                        number(size.activeParameters()),
                        number(size.multiTokenPredictionParameters()),
                        number(bytes == null ? null : bytes.count()),
                        printed(published.bytes()),
                        difference(bytes == null ? null : bytes.count(), published.bytes()),
                        number(cache),
                        printed(published.cacheBytes()),
                        difference(cache, published.cacheBytes()))
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
