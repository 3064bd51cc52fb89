package advisor.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.cache.Cache;
import advisor.catalog.Catalog;
import advisor.catalog.CatalogLoader;
import advisor.catalog.CatalogShadows;
import advisor.cli.CommandRun;
import advisor.cli.FewRules;
import advisor.cli.option.ExitCode;
import advisor.text.Fingerprint;
import advisor.text.Layers;
import advisor.text.Shadow;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --rules DIR --rules DIR2} and {@code --catalog DIR --catalog DIR2}. */
class LayersTest {
    private static final String OWN_SHARE =
            """
            id: ours
            parameters:
              - id: cost/busy-share
                unit: "1"
                title: {en: Ours, zh: 我们的}
                values: [{value: 0.9, from: 2025-01-01, source: our-memo}]
            """;

    private static final String OWN_SOURCE =
            """
            - id: our-memo
              title: {en: Our memo, zh: 内部备忘}
              retrieved: 2026-11-01
              grade: catalogue
              where: intranet
            """;

    private static final List<String> KINDS = List.of(
            "accelerators", "models", "engines", "options", "offers", "parts", "export", "countries", "parameters");

    @TempDir
    Path folder;

    private FewRules rules;
    private Path ownRules;
    private Path ownCatalog;

    @BeforeEach
    void write() throws IOException {
        rules = FewRules.in(folder);
        ownRules = Files.createDirectories(folder.resolve("own-rules"));
        ownCatalog = Files.createDirectories(folder.resolve("own-catalog/parameters"))
                .getParent();
        Files.writeString(ownCatalog.resolve("parameters/ours.yaml"), OWN_SHARE);
        Files.writeString(ownCatalog.resolve("sources.yaml"), OWN_SOURCE);
    }

    /** What is called as the lowest is must not be taken for it. */
    @Test
    void layersOfOneNameAreToldApart() {
        Layers layers = Layers.of("catalog", List.of(Path.of("somewhere/base"), Path.of("catalog")));
        assertThat(layers.all().stream().map(Layers.Layer::name).distinct()).hasSize(2);
        assertThat(layers.all().get(1).name()).isNotEqualTo("catalog");
    }

    /** The shipped rules on memory without the first. */
    private void halveTheRules() throws IOException {
        String shipped = Files.readString(rules.folder().resolve("memory.drl"));
        int second = shipped.indexOf("rule \"", shipped.indexOf("rule \"") + 1);
        Files.writeString(
                ownRules.resolve("memory.drl"),
                shipped.substring(0, shipped.indexOf("rule \"")) + shipped.substring(second));
    }

    /** Own rules are named after the others. */
    private String[] with(String... arguments) {
        return Stream.concat(
                        Stream.of(arguments),
                        Stream.of("--rules", rules.folder().toString(), "--rules", ownRules.toString()))
                .toArray(String[]::new);
    }

    private String[] overShipped(String... arguments) {
        return Stream.concat(
                        Stream.of(arguments), Stream.of("--catalog", "shipped", "--catalog", ownCatalog.toString()))
                .toArray(String[]::new);
    }

    @Test
    void aRuleFileTakesThePlaceOfOneBelowAndSaysWhichRulesAreGone() throws IOException {
        halveTheRules();
        CommandRun run = FewRules.ofRules(with("list", "--lang", "en"));
        assertThat(run.out()).doesNotContain("memory/does-not-fit ").contains("memory/fits-with-room");
        assertThat(run.err())
                .isEqualTo("%s/memory.drl takes the place of rules/memory.drl; gone with it: memory/does-not-fit%n"
                        .formatted(ownRules));
        assertThat(FewRules.ofRules(with("check", "--lang", "zh")).out())
                .contains(ownRules + "/memory.drl", "[shadows]", "memory/does-not-fit", "没有文件取代下层");
    }

    @Test
    void faultsNameTheFolderTheyAreIn() throws IOException {
        Files.writeString(ownRules.resolve("memory.drl"), "// Memory?\n");
        assertThat(FewRules.ofRules(with("list")).err()).contains(ownRules + "/memory.drl");
        Files.writeString(ownCatalog.resolve("parameters/ours.yaml"), OWN_SHARE.replace("2025-01-01", "yesterday"));
        Files.createDirectory(ownCatalog.resolve("option"));
        CommandRun run = CommandRun.of(overShipped("catalog", "check"));
        assertThat(run.exitCode()).isEqualTo(ExitCode.DOES_NOT_LOAD);
        assertThat(run.err())
                .contains(ownCatalog + "/parameters/ours.yaml:6:", ownCatalog + "/option: ", "Maybe options");
    }

    @Test
    void aNewRuleDoesNotHideAFile() throws IOException {
        Files.writeString(ownRules.resolve("power.drl"), Files.readString(Shipped.RULES.resolve("power.drl")));
        CommandRun run = FewRules.ofRules(with("new", "memory/too-tight", "--lang", "en"));
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(run.err()).contains("would take the place of rules/memory.drl");
        assertThat(ownRules.resolve("memory.drl")).doesNotExist();
    }

    @Test
    void anOwnFolderWithoutAnyFileIsAMistake() throws IOException {
        assertThat(FewRules.ofRules(with("list")).err()).contains(ownRules + ": The folder holds no rule files");
        CommandRun run = CommandRun.of("catalog", "check", "--catalog", "shipped", "--catalog", ownRules.toString());
        assertThat(run.err()).contains(ownRules + "/: The folder holds no file of a catalog.");
    }

    @Test
    void aScenarioOfTheLowestFolderIsChangedByTheLayerAndAnOwnOneFails() throws IOException {
        halveTheRules();
        CommandRun changed = FewRules.ofRules(with("test", "--lang", "en"));
        assertThat(changed.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(changed.out())
                .contains("CHANGED BY THE LAYER: 1", "through memory/does-not-fit 0 → silent (rules/memory.drl:")
                .contains("1 scenarios, 0 passed, 0 failed, 1 changed by the layer");
        JsonNode result = new JsonMapper()
                .readTree(FewRules.ofRules(with("test", "--output", "json")).out())
                .at("/results/0");
        assertThat(result.at("/changedByLayer/0/rule").asText()).isEqualTo("memory/does-not-fit");
        Files.createDirectory(ownRules.resolve("scenarios"));
        String own = Files.readString(rules.folder().resolve("scenarios/memory.yaml"));
        Files.writeString(ownRules.resolve("scenarios/ours.yaml"), own.replace("Eight", "Our eight"));
        CommandRun failed = FewRules.ofRules(with("test", "--lang", "zh"));
        assertThat(failed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(failed.out())
                .contains(ownRules + "/scenarios/ours.yaml:1: Our eight")
                .contains("2 个场景，通过 0 个，失败 1 个，1 个被上层改变");
    }

    @Test
    void aScenarioThatIsStatedAgainTakesThePlaceOfItsLikeAndSaysSo() throws IOException {
        halveTheRules();
        Files.createDirectory(ownRules.resolve("scenarios"));
        Files.writeString(
                ownRules.resolve("scenarios/ours.yaml"),
                "- {name: Eight H100 are too small for R1, request: {model: deepseek-r1}, expect: {}}\n");
        CommandRun run = FewRules.ofRules(with("test", "--lang", "en"));
        assertThat(run.out()).contains("1 scenarios, 1 passed, 0 failed\n");
        assertThat(run.err()).contains("Eight H100 are too small for R1: " + ownRules + "/scenarios/ours.yaml:1 takes");
    }

    @Test
    void anOwnParameterTakesThePlaceOfTheShippedOneAndTheRecordReplays() throws IOException {
        Path record = folder.resolve("decision.json");
        CommandRun run = CommandRun.of(overShipped(
                "advise",
                "--model",
                "qwen3-8b",
                "--record",
                record.toString(),
                "--as-of",
                "2026-11-22",
                "--lang",
                "en"));
        assertThat(run.err())
                .containsPattern("cost/busy-share: \\S+/parameters/ours.yaml:3:5 takes the place of "
                        + "catalog/parameters/cost.yaml:\\d+:\\d+");
        JsonNode recorded = new JsonMapper().readTree(Files.readString(record));
        assertThat(recorded.at("/catalog/layers")).hasSize(2);
        assertThat(recorded.at("/catalog/sha256").asText())
                .isNotEqualTo(Shipped.catalog().sha256());
        assertThat(recorded.toString()).contains("our-memo");
        assertThat(CommandRun.of("audit", "replay", record.toString(), "--lang", "en")
                        .exitCode())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void aCatalogFileTakesThePlaceOfOneBelowAndSaysWhatIsGone() throws IOException {
        Files.writeString(ownCatalog.resolve("parameters/cost.yaml"), OWN_SHARE.replace("id: ours", "id: cost"));
        Files.delete(ownCatalog.resolve("parameters/ours.yaml"));
        Files.writeString(
                ownCatalog.resolve("sources.yaml"), OWN_SOURCE + OWN_SOURCE.replace("our-memo", "models-dev-2026"));
        List<Shadow> shadows =
                CatalogShadows.of(CatalogLoader.load(layers(), Cache.NONE).texts());
        assertThat(shadows.get(0).lost())
                .contains("cost/tokens-per-second-per-stream")
                .doesNotContain("cost/busy-share");
        assertThat(shadows).extracting(Shadow::entry).contains("", "models-dev-2026");
    }

    private Layers layers() {
        return Layers.of("catalog", List.of(Shipped.CATALOG, ownCatalog));
    }

    @Test
    void anOwnOfferTakesThePlaceOfAnOptionOfItsId() throws IOException {
        Files.createDirectory(ownCatalog.resolve("options"));
        String option = Files.readString(Shipped.CATALOG.resolve("options/h20-x8.yaml"));
        Files.writeString(ownCatalog.resolve("options/deepinfra.yaml"), option.replace("id: h20-x8", "id: deepinfra"));
        Catalog catalog = CatalogLoader.load(layers(), Cache.NONE);
        assertThat(catalog.option("deepinfra").accelerator().id()).isEqualTo("nvidia-h20-96gb");
        assertThat(CatalogShadows.of(catalog.texts()))
                .extracting(Shadow::over)
                .contains("catalog/offers/deepinfra.yaml");
    }

    @Test
    void oneFolderHasTheHashThatItAlwaysHad() {
        Fingerprint fingerprint = new Fingerprint().add("catalog/sources.yaml");
        fingerprint.add(Objects.requireNonNull(Shipped.catalog().texts().files().get("sources.yaml")));
        for (String kind : KINDS) {
            Shipped.catalog().texts().files().forEach((name, text) -> {
                if (name.startsWith(kind + "/")) {
                    fingerprint.add("catalog/" + name).add(text);
                }
            });
        }
        assertThat(fingerprint.hex()).isEqualTo(Shipped.catalog().sha256());
        assertThat(CatalogLoader.load(layers(), Cache.NONE).sha256())
                .isNotEqualTo(Shipped.catalog().sha256());
    }
}
