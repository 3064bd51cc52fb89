package advisor;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.cli.CommandRun;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quotes as sellers send them: the same in every form, and what is wrong with a file at its line. */
class OfferFilesTest {
    @TempDir
    Path folder;

    @Test
    void aQuoteIsJudgedTheSameHoweverItIsGiven() throws IOException {
        String typed = advice("--quote", QuoteFiles.TYPED);
        assertThat(typed).contains("\"" + QuoteFiles.ID + "\"");
        assertThat(advice("--file", QuoteFiles.request(folder).toString())).isEqualTo(typed);
        assertThat(advice("--offers", QuoteFiles.csv(folder).toString())).isEqualTo(typed);
        assertThat(advice("--offers", QuoteFiles.xlsx(folder).toString())).isEqualTo(typed);
    }

    private static String advice(String... how) {
        List<String> arguments = new ArrayList<>(List.of(
                "--model", "llama-3.1-70b", "--jurisdiction", "US", "--as-of", "2026-11-28", "--output", "json"));
        arguments.addAll(List.of(how));
        CommandRun run = CommandRun.of("advise", arguments);
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    @Test
    void everyRowAtFaultIsToldByItsLine() throws IOException {
        Path file = Files.writeString(
                folder.resolve("bad.csv"),
                """
                count,accelerator,price,colour
                many,nvidia-l40s,5000USD,
                8,nvidia-l40s,,
                8,nvidia-l40s,5000USD,red
                """);
        assertThat(offersFault(file))
                .contains("bad.csv:2: The quote (many x nvidia-l40s, 5000USD) does not begin with")
                .contains("bad.csv:3: The quote (8 x nvidia-l40s) has no price")
                .contains("bad.csv:4: The quote (colour: red) is not understood");
    }

    /** A cell may hold several lines, and a line nothing. */
    @Test
    void theLineIsThatOfTheFileHoweverItsCellsAreWritten() throws IOException {
        Path file = Files.writeString(
                folder.resolve("lines.csv"),
                """
                count,accelerator,price,"note
                of ours"

                8,nvidia-l40s,5000USD,
                8,"nvidia-
                l40s",5000USD,
                8,nvidia-l40s,,
                """);
        assertThat(offersFault(file))
                .contains("lines.csv:5: The quote", "lines.csv:7: The quote (8 x nvidia-l40s) has no price");
    }

    @Test
    void theLineIsThatOfTheSheetThoughOthersAreBlank() throws IOException {
        Path file = folder.resolve("rows.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Quotes");
            sheet.value(0, 0, "count");
            sheet.value(0, 1, "accelerator");
            sheet.value(4, 0, 8);
            sheet.value(4, 1, "nvidia-l40s");
        }
        assertThat(offersFault(file)).contains("rows.xlsx:5: The quote (8 x nvidia-l40s) has no price");
    }

    @Test
    void twoColumnsOfOneNameAreNotReadAsOne() throws IOException {
        Path file = Files.writeString(
                folder.resolve("twice.csv"),
                """
                count,accelerator,price,Price
                8,nvidia-l40s,5000USD,6000USD
                """);
        assertThat(offersFault(file)).contains("twice.csv:2: The quote (6000USD) is not understood");
    }

    private static String offersFault(Path file) {
        CommandRun run = CommandRun.of("advise", "--model", "deepseek-r1", "--lang", "en", "--offers", file.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        return run.err();
    }

    /** As it stands there, whatever it says of channel, bill and documents: one, and in a list. */
    @ParameterizedTest
    @ValueSource(strings = {"h20-x8", "h200-sxm-x8-self-built", "mac-studio-m3-ultra", "cloud-h100-rental-us"})
    void anOptionOfTheCatalogIsJudgedTheSameFromAFile(String id) throws IOException {
        String text = Files.readString(Shipped.CATALOG.resolve("options/" + id + ".yaml"));
        Path one = Files.writeString(folder.resolve("one.yaml"), text);
        JsonNode option = verdict("quote-" + id, "--offers", one.toString());
        JsonNode catalog = verdict(id);
        assertThat(option.path("stance")).isEqualTo(catalog.path("stance"));
        assertThat(option.path("score")).isEqualTo(catalog.path("score"));
        assertThat(option.path("cost").path("total"))
                .isEqualTo(catalog.path("cost").path("total"));
        Path list = Files.writeString(
                folder.resolve("list.yaml"),
                Stream.of(text, text.replaceFirst("id: " + id, "id: other"))
                        .map(item -> "- " + item.strip().replace("\n", "\n  ") + "\n")
                        .collect(Collectors.joining()));
        assertThat(verdict("quote-other", "--offers", list.toString(), "--only-offers")
                        .path("plan"))
                .isEqualTo(catalog.path("plan"));
    }

    @Test
    void aRequestFileMayHoldAnOptionOfTheCatalog() throws IOException {
        String text = Files.readString(Shipped.CATALOG.resolve("options/h20-x8.yaml"));
        String item = "- " + text.strip().replace("\n", "\n  ");
        Path request = Files.writeString(
                folder.resolve("request.yaml"), "only_offers: yes\noffers:\n  " + item.replace("\n", "\n  ") + "\n");
        assertThat(verdict("quote-h20-x8", "--file", request.toString()).path("plan"))
                .isEqualTo(verdict("h20-x8").path("plan"));
    }

    private static JsonNode verdict(String id, String... how) throws IOException {
        JsonNode answer = new ObjectMapper().readTree(advice(how));
        return answer.path("verdicts")
                .valueStream()
                .filter(verdict -> verdict.path("option").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsWrongWithAnOptionIsToldAtItsPlace() throws IOException {
        Path file = Files.writeString(
                folder.resolve("mine.yaml"),
                """
                - id: mine
                  title: {en: Mine, zh: 我的}
                  kind: purchase
                  accelerator: nvidia-h20-69gb
                  count: -8
                  nodes: 1
                  build: oem-system
                  channel: dealer
                  colour: red
                  quotes:
                    - price: {low: 3, likely: 2, high: 1, currency: CNY}
                      from: 2026-11-01
                      kind: quote
                      source: the-request
                      confidence: medium
                - id: mine
                """);
        assertThat(offersFault(file)).contains("mine.yaml:16:3: The id (mine) stands twice");
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.lastIndexOf("- id")));
        assertThat(offersFault(file))
                .contains("mine.yaml:4:3: The accelerator (nvidia-h20-69gb) of option (mine) is not in the catalog")
                .contains("mine.yaml:5:3: The count (-8) must be")
                .contains("mine.yaml:9:3: The key (colour)")
                .contains("mine.yaml:11:7: The price (3.0, 2.0, 1.0) must be ordered");
    }

    @Test
    void whatIsNoWorkbookIsToldAsSuch() throws IOException {
        Path file = Files.writeString(folder.resolve("text.xlsx"), "count,accelerator");
        assertThat(offersFault(file)).contains("XLSX");
    }
}
