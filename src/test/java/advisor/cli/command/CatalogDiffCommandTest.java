package advisor.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.ShippedCopy;
import advisor.cli.CommandRun;
import advisor.cli.FewRules;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code advisor catalog diff}. */
class CatalogDiffCommandTest {
    @TempDir
    Path folder;

    private FewRules rules;

    @BeforeEach
    void copyOneFile() throws IOException {
        rules = FewRules.in(folder);
    }

    private CommandRun diff(String after, String... more) {
        return CommandRun.of(
                "catalog",
                Stream.concat(
                                Stream.of(
                                        "diff",
                                        "shipped",
                                        after,
                                        "--rules",
                                        rules.folder().toString()),
                                Stream.of(more))
                        .toList());
    }

    /** Puts a file over the shipped catalog, which it is but for what is replaced. */
    private void edit(String file, String... fromAndTo) throws IOException {
        String text = Files.readString(Shipped.CATALOG.resolve(file));
        for (int i = 0; i < fromAndTo.length; i += 2) {
            assertThat(text).contains(fromAndTo[i]);
            text = text.replace(fromAndTo[i], fromAndTo[i + 1]);
        }
        Files.createDirectories(own().resolve(file).getParent());
        Files.writeString(own().resolve(file), text);
    }

    private Path own() {
        return folder.resolve("own");
    }

    private String edited() {
        return "shipped" + File.pathSeparator + own();
    }

    @Test
    void anEditTellsWhatFlipsAndThroughWhichRuleTotalFirst() throws IOException {
        edit(
                "accelerators/nvidia-h200-sxm-141gb.yaml",
                "{value: 141",
                "{value: 14",
                "150754820096",
                "15075482009",
                "bandwidth_gb_s: {value: 4800",
                "bandwidth_gb_s: {value: 1480");
        CommandRun run = diff(edited(), "--lang", "en");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("4 requests, ")
                .containsPattern("h200-sxm-x8-self-built: .* → rejected  \\[.*memory/does-not-fit");
        assertThat(run.err()).contains("takes the place of catalog/accelerators/nvidia-h200-sxm-141gb.yaml");
        JsonNode json =
                new JsonMapper().readTree(diff(edited(), "--output", "json").out());
        assertThat(json.path("flips").asInt()).isPositive();
        assertThat(json.path("changes").findValuesAsText("option")).contains("h200-sxm-x8-self-built");
    }

    @Test
    void anotherPriceChangesWhatStandsFirst() throws IOException {
        edit("offers/deepinfra.yaml", "input: 0.5,", "input: 5,", "output: 2.15", "output: 21.5");
        assertThat(diff(edited(), "--lang", "zh").out()).containsPattern("2 个请求的首选改变\\n\\n首选改变\\n  deepinfra → ");
        assertThat(diff("shipped", "--lang", "en").out())
                .contains(": 0 flip, 0 more differ in score or reasons; another option stands first in 0");
    }

    @Test
    void whatIsGoneIsTold() throws IOException {
        rules.edit("scenarios/memory.yaml", "as-of: 2026-11-22", "as-of: 2026-11-22, assume: cost/busy-share=0.5");
        Path after = ShippedCopy.catalog(folder.resolve("after"));
        Files.delete(after.resolve("options/p40-x4-used.yaml"));
        Path cost = after.resolve("parameters/cost.yaml");
        Files.writeString(cost, Files.readString(cost).replace("overridable: true", "overridable: false"));
        assertThat(diff(after.toString(), "--lang", "en").out())
                .contains("p40-x4-used: ", " → not there\n")
                .contains("NO LONGER JUDGED, OR NOT BEFORE\n  Eight H100 are too small for R1");
    }
}
