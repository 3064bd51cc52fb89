package advisor.cli.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.ShippedCopy;
import advisor.catalog.CatalogLoader;
import advisor.cli.CommandRun;
import advisor.cli.option.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code advisor catalog new}, and what {@code catalog check} says of what is begun. */
class CatalogNewCommandTest {
    @TempDir
    Path folder;

    private Path catalog;

    @BeforeEach
    void copyTheCatalog() throws IOException {
        catalog = ShippedCopy.catalog(folder.resolve("catalog"));
    }

    private CommandRun run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--catalog", catalog.toString(), "--lang", "en"));
        return CommandRun.of("catalog", all);
    }

    @Test
    void whatIsBegunSaysWhatIsMissingAndLoadsWhenFilled() throws IOException {
        assertThat(run("new", "option", "my-box").out()).contains("my-box.yaml", "catalog check");
        assertThat(run("new", "offer", "my-host").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run("new", "accelerator", "my-card").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run("new", "parameter", "my/thing").exitCode()).isEqualTo(ExitCode.OK);
        CommandRun check = run("check");
        assertThat(check.exitCode()).isEqualTo(ExitCode.DOES_NOT_LOAD);
        assertThat(check.err())
                .contains("catalog/options/my-box.yaml:8:1: The accelerator of my-box is empty.")
                .contains("catalog/offers/my-host.yaml:16:15: The input of offers of my-host is empty.")
                .contains("catalog/accelerators/my-card.yaml:15:13: The value of memory_gb of my-card is empty.")
                .contains("catalog/parameters/my.yaml:16:9: The low of values of parameters of my is empty.");
        fill("options/my-box.yaml", "accelerator:", "accelerator: nvidia-l40s", "count:", "count: 8");
        fill("offers/my-host.yaml", "seat:", "seat: NL", "{model: ,", "{model: qwen3-8b,");
        fill("accelerators/my-card.yaml", "vendor:", "vendor: Mine", "architecture:", "architecture: Ada");
        fill("parameters/my.yaml", "unit:", "unit: \"1\"", "value: 5\n", "value: 5\n");
        assertThat(CatalogLoader.load(catalog).option("my-box").devices()).isEqualTo(8);
    }

    /** Fills the lines that are named, and the rest with what fits everywhere. */
    private void fill(String name, String... more) throws IOException {
        Path file = catalog.resolve(name);
        String text = Files.readString(file);
        for (int i = 0; i < more.length; i += 2) {
            text = text.replaceFirst("(?m)^( *)" + Pattern.quote(more[i]) + "$", "$1" + more[i + 1])
                    .replace(more[i] + " input", more[i + 1] + " input");
        }
        Files.writeString(
                file,
                text.replace("en: ,", "en: mine,")
                        .replace("zh: }", "zh: 我的}")
                        .replaceAll("(?<=source:|source: )(?=\n|,)", " advisor-judgement")
                        .replaceAll("(?<=from:)(?=\n)", " 2026-01-01")
                        .replace("date: }", "date: 2026-01-01}")
                        .replaceAll("(?<=low:|likely:|high:|value:|least:|most:|input:|output:) ?(?=\n|,|\\})", " 50"));
    }

    @Test
    void aQuoteAndAParameterOfAKnownTopicArePrinted() {
        assertThat(run("new", "quote", "l40s-x4").out()).startsWith("# Put this below \"quotes:\" of ");
        assertThat(run("new", "parameter", "cost/thing").out()).contains("parameters:", "- id: cost/thing");
        assertThat(run("new", "quote", "nothing").exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        assertThat(run("new", "option", "l40s-x4").err()).contains("already");
        assertThat(run("new", "option", "Mine").err()).contains("lower case");
    }

    @Test
    void aCheckSpeaksToBuildServers() throws IOException {
        Path sources = catalog.resolve("sources.yaml");
        Files.writeString(
                sources,
                Files.readString(sources)
                        + """
                        - id: models-dev-20
                          title: {en: Idle, zh: 闲置}
                          retrieved: 2026-01-01
                          where: nowhere
                        """);
        assertThat(run("check").out())
                .containsPattern("catalog/sources.yaml:\\d+:\\d+: warning: Nothing cites .*models-dev-20");
        JsonNode idle =
                new JsonMapper().readTree(run("check", "--output", "sarif").out());
        assertThat(idle.at("/runs/0/results")).singleElement().satisfies(result -> {
            assertThat(result.path("level").asText()).isEqualTo("warning");
            assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                            .asText())
                    .isEqualTo("catalog/sources.yaml");
        });
        run("new", "option", "my-box");
        CommandRun broken = run("check", "--output", "json");
        assertThat(broken.exitCode()).isEqualTo(ExitCode.DOES_NOT_LOAD);
        JsonNode json = new JsonMapper().readTree(broken.out());
        assertThat(json.path("errors").asInt()).isGreaterThan(5);
        assertThat(json.at("/notices/0/message_zh").asText()).contains("是空的");
        assertThat(run("check", "--output", "junit").out())
                .contains("testsuite name=\"advisor catalog check\"", "name=\"catalog/options/my-box.yaml\"");
        assertThat(CommandRun.of("sources", "--output", "sarif").exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
    }
}
