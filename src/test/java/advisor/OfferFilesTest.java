package advisor;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.cli.CommandRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quotes as sellers send them: the same in every form, and what is wrong with a file at its line. */
class OfferFilesTest {
    private static final String H200 = "quote-8-nvidia-h200-sxm-141gb";
    private static final String QUOTE =
            "8 x nvidia-h200-sxm-141gb, 300000USD, manufacturer warranty, official, " + "valid until 2026-12-31";

    @TempDir
    Path folder;

    @Test
    void aQuoteIsJudgedTheSameHoweverItIsGiven() throws IOException {
        String typed = advice("--quote", QUOTE);
        assertThat(typed).contains("\"" + H200 + "\"");
        assertThat(advice("--file", requestFile().toString())).isEqualTo(typed);
        assertThat(advice("--offers", csv().toString())).isEqualTo(typed);
        assertThat(advice("--offers", xlsx().toString())).isEqualTo(typed);
    }

    private static String advice(String... how) {
        List<String> arguments = new ArrayList<>(List.of(
                "--model", "llama-3.1-70b", "--jurisdiction", "US", "--as-of", "2026-11-28", "--output", "json"));
        arguments.addAll(List.of(how));
        CommandRun run = CommandRun.of("advise", arguments);
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    private Path requestFile() throws IOException {
        return Files.writeString(
                folder.resolve("request.yaml"),
                """
                quote:
                  - count: 8
                    accelerator: nvidia-h200-sxm-141gb
                    price: 300000USD
                    warranty: manufacturer
                    channel: official
                    valid_until: 2026-12-31
                """);
    }

    private Path csv() throws IOException {
        return Files.writeString(
                folder.resolve("quotes.csv"),
                """
                Count,Accelerator,Price,Currency,Warranty,Channel,Valid until
                8,nvidia-h200-sxm-141gb,"300,000",USD,manufacturer,official,2026-12-31
                """);
    }

    private Path xlsx() throws IOException {
        Path file = folder.resolve("quotes.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Quotes");
            List<String> columns =
                    List.of("count", "accelerator", "price", "currency", "warranty", "channel", "valid_until");
            columns.forEach(column -> sheet.value(0, columns.indexOf(column), column));
            sheet.value(1, 0, 8);
            sheet.value(1, 1, "nvidia-h200-sxm-141gb");
            sheet.value(1, 2, 300_000);
            sheet.value(1, 3, "USD");
            sheet.value(1, 4, "manufacturer");
            sheet.value(1, 5, "official");
            sheet.value(1, 6, LocalDate.of(2026, 12, 31));
            sheet.style(1, 6).format("yyyy-MM-dd").set();
        }
        return file;
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

    @Test
    void whatIsNoWorkbookIsToldAsSuch() throws IOException {
        Path file = Files.writeString(folder.resolve("text.xlsx"), "count,accelerator");
        assertThat(offersFault(file)).contains("XLSX");
    }
}
