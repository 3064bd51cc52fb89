package advisor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** One quote in every form in which a seller may send it. */
public final class QuoteFiles {
    public static final String ID = "quote-8-nvidia-h200-sxm-141gb";
    public static final String TYPED =
            "8 x nvidia-h200-sxm-141gb, 300000USD, manufacturer warranty, official, valid until 2026-12-31";

    private QuoteFiles() {}

    public static Path request(Path folder) throws IOException {
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

    public static Path csv(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("quotes.csv"),
                """
                Count,Accelerator,Price,Currency,Warranty,Channel,Valid until
                8,nvidia-h200-sxm-141gb,"300,000",USD,manufacturer,official,2026-12-31
                """);
    }

    public static Path xlsx(Path folder) throws IOException {
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
}
