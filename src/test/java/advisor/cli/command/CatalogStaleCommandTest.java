package advisor.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.cli.CommandRun;
import advisor.cli.FewRules;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code advisor catalog stale}. */
class CatalogStaleCommandTest {
    @TempDir
    Path folder;

    private String rules = "";

    @BeforeEach
    void copyOneFile() throws IOException {
        rules = FewRules.in(folder).folder().toString();
    }

    private JsonNode figures(String day) throws IOException {
        return CommandRun.json("catalog", "stale", "--as-of", day, "--rules", rules);
    }

    private static List<JsonNode> of(JsonNode stale, String owner, String name) {
        List<JsonNode> found = new ArrayList<>();
        stale.path("figures").forEach(figure -> {
            if (figure.path("owner").asText().equals(owner)
                    && figure.path("name").asText().equals(name)) {
                found.add(figure);
            }
        });
        return found;
    }

    @Test
    void eachFigureSaysHowOldItIsWhereItStandsAndHowManyRequestsRestOnIt() throws IOException {
        JsonNode stale = figures("2026-11-22");
        assertThat(stale.path("requests").asInt()).isEqualTo(4);
        JsonNode share = of(stale, "cost/busy-share", "value").get(0);
        assertThat(share.path("days").asInt()).isEqualTo(690);
        assertThat(share.path("confidence").asText()).isEqualTo("low");
        assertThat(share.path("requests").asInt()).isEqualTo(4);
        JsonNode price = of(stale, "deepinfra", "deepseek-r1").get(0);
        assertThat(price.path("requests").asInt()).isPositive();
        assertThat(of(stale, "deepinfra", "kimi-k2.5").get(0).path("requests").asInt())
                .isZero();
        for (JsonNode figure : stale.path("figures")) {
            assertStandsThere(figure);
        }
    }

    /** Its file cites its source, and its line names a model or a value. */
    private static void assertStandsThere(JsonNode figure) throws IOException {
        String place = figure.path("place").asText();
        int colon = place.lastIndexOf(':');
        assertThat(colon).as(figure.toString()).isPositive();
        List<String> lines = Files.readAllLines(Shipped.CATALOG.resolve(place.substring("catalog/".length(), colon)));
        assertThat(String.join(" ", lines)).contains(figure.path("source").asText());
        assertThat(lines.get(Integer.parseInt(place.substring(colon + 1)) - 1)).containsPattern("value|price|model: ");
    }

    @Test
    void ofTwoOffersOfOneModelEachStandsWhereItStands() throws IOException {
        assertThat(of(figures("2026-11-22"), "alibaba-cn", "deepseek-r1"))
                .extracting(figure -> figure.path("place").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void whatDecidesMostComesFirstThenWhatIsLeastSureThenWhatIsOldest() throws IOException {
        List<Integer> requests = new ArrayList<>();
        JsonNode figures = figures("2026-11-22").path("figures");
        figures.forEach(figure -> requests.add(-figure.path("requests").asInt()));
        assertThat(requests).isSorted();
        assertThat(figures.get(0).path("confidence").asText()).isEqualTo("low");
        assertThat(figures.get(0).path("days").asInt())
                .isGreaterThanOrEqualTo(figures.get(1).path("days").asInt());
    }

    @Test
    void aRequestThatCannotBeAskedOnTheDayIsToldAndTheOthersCount() throws IOException {
        Files.writeString(
                Path.of(rules).resolve("scenarios/quote.yaml"),
                """
                - name: A quote of last year
                  request: {model: qwen3-8b, quote: "1 x nvidia-rtx-4090, 2000USD, valid until 2025-06-30"}
                  expect: {}
                """);
        JsonNode stale = figures("2026-11-22");
        assertThat(stale.path("requests").asInt()).isEqualTo(4);
        assertThat(stale.path("refused")).hasSize(1);
        assertThat(stale.path("refused").path(0).asText()).contains("2025-06-30");
    }

    @Test
    void nothingIsToldOfALaterDay() throws IOException {
        JsonNode early = figures("2025-03-01");
        assertThat(of(early, "deepinfra", "deepseek-r1")).isEmpty();
        early.path("figures")
                .forEach(figure -> assertThat(figure.path("days").asInt()).isNotNegative());
    }

    @Test
    void theTableIsInBothLanguages() {
        String english = CommandRun.of("catalog", "stale", "--as-of", "2026-11-22", "--rules", rules, "--lang", "en")
                .out();
        assertThat(english)
                .startsWith("4 requests, ")
                .containsPattern(
                        "\\n +4 +690  low confidence +cost/busy-share = 0.25 \\[0.1–0.5]\\n +catalog/parameters/cost.yaml:\\d+ · ");
        assertThat(CommandRun.of("catalog", "stale", "--as-of", "2026-11-22", "--rules", rules, "--lang", "zh")
                        .out())
                .startsWith("4 个请求，")
                .contains("截至 2026-11-22", "可信度");
    }
}
