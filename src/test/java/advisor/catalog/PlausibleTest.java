package advisor.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import advisor.Golden;
import advisor.Shipped;
import advisor.ShippedCopy;
import advisor.cache.Cache;
import advisor.cli.CommandRun;
import advisor.text.Layers;
import advisor.text.LoadException;
import advisor.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalog broken in many ways: all of them are told at once, each at its place. */
class PlausibleTest {
    private static final String H100 = "accelerators/nvidia-h100-sxm5-80gb.yaml";
    private static final String A100 = "options/a100-x16.yaml";
    private static final String RENTAL = "options/cloud-h200-rental.yaml";
    private static final String PROVIDER = "offers/deepinfra.yaml";
    private static final String RATES = "parameters/exchange.yaml";
    private static final String LAW = "export/us-licence.yaml";
    private static final String EMBARGO = "countries/us-advanced-chips.yaml";
    private static final String SOURCES = "sources.yaml";
    private static final String ENGINE = "engines/vllm.yaml";
    private static final String MODEL = "models/qwen3-8b.yaml";

    /** What is written in the place of what, and what is said of it. */
    private record Slip(String file, String written, String instead, String said) {}

    private static final List<Slip> SLIPS = List.of(
            new Slip(H100, "memory_gb: {value: 80,", "memory_gb: {value: 8000,", "memory_gb (8000) must be 4 to 2000"),
            new Slip(H100, "{value: 85018877624", "{value: 5", "memory_bytes (5) must be"),
            new Slip(H100, "{value: 3350,", "{value: 3.35,", "bandwidth_gb_s (3.35) must be 50 to 40000"),
            new Slip(H100, "{value: 450,", "{value: -450,", "link_gb_s (-450) must be"),
            new Slip(H100, "{value: 989,", "{value: 989000,", "fp16_tflops (989000) must be"),
            new Slip(H100, "{value: 1979,", "{value: 494,", "fp8_tflops (494) must not be below the fp16_tflops"),
            new Slip(H100, "tdp_w: {value: 700", "tdp_w: {value: 700000", "tdp_w (700000) must be"),
            new Slip(H100, "form_factor: sxm", "form_factor: sxn", "sxn"),
            new Slip(A100, "count: 16", "count: -8", "count (-8) must be above 0"),
            new Slip(A100, "market: CN", "market: China", "country (China) is not a code"),
            new Slip(A100, "confidence: low", "confidence: lo", "lo"),
            new Slip(A100, "from: 2025-02-01", "from: 2025-02-31", "2025-02-31"),
            new Slip(RENTAL, "countries: [", "countries: [USA, ", "country (USA) is not a code"),
            new Slip(RENTAL, "build: leased", "sizes: [4, 2, 8]\nbuild: leased", "sizes ([4, 2, 8]) must be above 0"),
            new Slip(PROVIDER, "seat: US", "seat: us", "country (us) is not a code"),
            new Slip(PROVIDER, "model: deepseek-r1,", "model: deepseek-r11,", "deepseek-r11"),
            new Slip(PROVIDER, "from: 2026-07-02", "from: 2036-07-02", "day (2036-07-02) lies more than 2 years ahead"),
            new Slip(PROVIDER, "currency: USD", "currency: DOLLAR", "DOLLAR"),
            new Slip(RATES, "value: 7.2\n", "value: -7.2\n", "value (-7.2) of exchange/usd-cny is out of its bounds"),
            new Slip(RATES, "least: 1\n", "least: 1d\n", "least (1d) of parameters of exchange must be a number"),
            new Slip(RATES, "most: 20\n", "most: 0x1p3\n", "most (0x1p3) of parameters of exchange must be a number"),
            new Slip(
                    RATES,
                    "least: 0.1076\n",
                    "least: 107.6\n",
                    "most (10.76) of exchange/eur-usd must not be below its least"),
            new Slip(RATES, "    most: 12.72\n", "", "most of exchange/gbp-usd is missing"),
            new Slip(RATES, "unit: JPY/USD", "unit: dollars", "unit (dollars)"),
            new Slip(LAW, "jurisdictions: [CN,", "jurisdictions: [China,", "country (China) is not a code"),
            new Slip(LAW, "status: embargoed", "status: embargod", "embargod"),
            new Slip(EMBARGO, "countries: [", "countries: [Iran, ", "country (Iran) is not a code"),
            new Slip(SOURCES, "grade: code", "grade: cod", "cod"),
            new Slip(ENGINE, "Hopper", "HOPPER", "generation (HOPPER)"),
            new Slip(ENGINE, "mode: native", "mode: natve", "natve"),
            new Slip(MODEL, "id: qwen3-8b", "idd: qwen3-8b", "idd"));

    @TempDir
    Path parent;

    @Test
    void everySlipIsToldAtOnceAtItsLine() throws IOException {
        List<Problem> faults = CatalogCheck.of(Layers.ofCatalog(broken()), Cache.NONE, null, Shipped.TODAY)
                .faults();
        assertThat(faults).isSorted().allSatisfy(problem -> assertThat(
                        problem.said().zh())
                .as(problem.toString())
                .containsPattern("\\p{IsHan}")
                .doesNotContain("The "));
        assertThat(SLIPS)
                .hasSizeGreaterThanOrEqualTo(30)
                .allSatisfy(slip -> assertThat(faults).as(slip.toString()).anySatisfy(problem -> {
                    assertThat(problem.file()).endsWith(slip.file());
                    assertThat(problem.message() + problem.hint()).contains(slip.said());
                    assertThat(problem.line()).isPositive();
                }));
        assertThat(SLIPS.stream().map(Slip::file).distinct()).hasSizeGreaterThanOrEqualTo(10);
    }

    /** The shipped catalog with every slip in it. */
    private Path broken() throws IOException {
        Path folder = ShippedCopy.catalog(parent.resolve("catalog"));
        for (Slip slip : SLIPS) {
            Path file = folder.resolve(slip.file());
            String text = Files.readString(file);
            assertThat(text).as(slip.toString()).contains(slip.written());
            Files.writeString(file, text.replaceFirst(Pattern.quote(slip.written()), slip.instead()));
        }
        return folder;
    }

    @Test
    void whatIsSaidOfEverySlipIsAsKept() throws IOException {
        String folder = broken().toString();
        StringBuilder said = new StringBuilder();
        for (String language : List.of("en", "zh")) {
            said.append(CommandRun.of("catalog", "check", "--lang", language, "--catalog", folder)
                            .err()
                            .replace(folder, "catalog"))
                    .append('\n');
        }
        Golden.compare("broken-catalog.txt", said.toString());
    }

    @Test
    void aBandwidthAndAMemoryThatNoDeviceHasTogetherAreTold() {
        assertThat(problems("accelerators/nvidia-rtx-5070.yaml", "memory_gb: {value: 12", "memory_gb: {value: 1200"))
                .anyMatch(problem ->
                        problem.message().contains("bandwidth_gb_s (672) must be 1 to 150 times the memory_gb (1200)"));
    }

    @Test
    void memoriesOfTwoDevicesAreTold() {
        assertThat(problems(H100, "value: 85018877624", "value: 42949672960"))
                .anyMatch(problem -> problem.message().contains("The memory that is reported (42.94967296 GB)"));
    }

    @Test
    void devicesThatNoNodesCanShareAreTold() {
        assertThat(problems(A100, "nodes: 2", "nodes: 3"))
                .anyMatch(problem -> problem.message().contains("multiple of the nodes (3)"));
    }

    @Test
    void aMachineToRentSaysWhereItStands() {
        assertThat(problems("options/cloud-h200-rental.yaml", "countries: [US]", "countries: []"))
                .anyMatch(problem -> problem.message().contains("must say where it stands"));
    }

    @Test
    void aSecondDocumentInAFileIsTold() {
        assertThat(problems(A100, "kind: purchase", "kind: purchase\n---\nid: other"))
                .anyMatch(problem -> problem.message().contains("second document"));
    }

    @Test
    void whatNobodyReadsIsToldUnderTheNameOfItsFolder() throws IOException {
        Path folder = ShippedCopy.catalog(parent.resolve("ours"));
        Files.writeString(folder.resolve("stray.yaml"), "");
        Files.writeString(folder.resolve("options/orphan.txt"), "");
        Files.writeString(folder.resolve("options/b200-x8.yaml~"), "what an editor left");
        Path unread = folder.resolve("models/deepseek-r1.yaml");
        Files.writeString(unread, Files.readString(unread).replace("id: deepseek-r1", "id: other"));
        assertThat(CommandRun.of("catalog", "check", "--lang", "en", "--catalog", folder.toString())
                        .err())
                .contains(
                        folder + "/stray.yaml: A catalog has no such file",
                        folder + "/options/orphan.txt: A catalog has no such file",
                        folder + "/models/deepseek-r1.yaml:")
                .doesNotContain("yaml~");
        assertThat(CommandRun.of(
                                "catalog",
                                "check",
                                "--lang",
                                "en",
                                "--catalog",
                                folder.resolve("none").toString())
                        .err())
                .contains(folder.resolve("none") + "/: There is no such folder.");
    }

    private static List<Problem> problems(String file, String written, String instead) {
        SortedMap<String, String> files =
                new TreeMap<>(Shipped.catalog().texts().files());
        files.computeIfPresent(file, (name, text) -> text.replace(written, instead));
        return catchThrowableOfType(LoadException.class, () -> CatalogLoader.load(new CatalogTexts(files)))
                .problems();
    }

    @Test
    void theShippedCatalogIsSaidToBeSoundInBothLanguages() {
        assertThat(CommandRun.of("catalog", "check", "--lang", "en").out()).contains("0 errors", "124 devices");
        assertThat(CommandRun.of("catalog", "check", "--lang", "zh").out()).contains("0 个错误");
    }
}
