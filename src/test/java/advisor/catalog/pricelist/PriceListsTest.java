package advisor.catalog.pricelist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import advisor.Shipped;
import advisor.catalog.pricelist.PriceChange.State;
import advisor.facts.offer.ApiOffer;
import advisor.text.Language;
import advisor.text.Layers;
import advisor.text.LoadException;
import advisor.text.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists in every format, and what is wrong with them. */
class PriceListsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    @TempDir
    Path folder;

    private PriceDiff diff(PriceListFormat format, Path file) throws IOException {
        return new PriceLists(Shipped.catalog(), Layers.ofCatalog(Shipped.CATALOG), DAY)
                .tokens(format, file, List.of());
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private List<Problem> faults(PriceListFormat format, Path file) {
        return catchThrowableOfType(LoadException.class, () -> diff(format, file))
                .problems();
    }

    @Test
    void aPriceOfATokenIsReadAsOfAMillion() throws IOException {
        Path file = file(
                "model_prices.json",
                """
                {"sample_spec": {"litellm_provider": "one of", "mode": "one of", "input_cost_per_token": 0.0},
                 "deepinfra/openai/gpt-oss-20b": {"litellm_provider": "deepinfra", "mode": "chat",
                   "input_cost_per_token": 5.5e-08, "output_cost_per_token": 1.4e-07,
                   "cache_read_input_token_cost": 2e-08},
                 "fireworks_ai/image": {"litellm_provider": "fireworks_ai", "mode": "image_generation"}}
                """);
        PriceChange change =
                diff(PriceListFormat.LITELLM, file).in(State.CHANGED).get(0);
        assertThat(change.now())
                .hasToString("TokenPrices[input=Money[amount=0.055, currency=USD], "
                        + "cached=Money[amount=0.02, currency=USD], output=Money[amount=0.14, currency=USD]]");
    }

    @Test
    void aTableIsReadFromTextAndFromAWorkbook() throws IOException {
        String text =
                """
                provider,model,input,cached_input,output,currency,from
                scaleway,gpt-oss-120b,0.15,,0.6,EUR,2026-10-01
                """;
        PriceDiff read = diff(PriceListFormat.CSV, file("list.csv", text));
        assertThat(read.written()).singleElement().satisfies(change -> {
            assertThat(change.state()).isEqualTo(State.CHANGED);
            assertThat(change.now().input().currency()).hasToString("EUR");
            assertThat(change.from()).isEqualTo("2026-10-01");
            assertThat(change.doubtful()).isFalse();
        });
        assertThat(diff(PriceListFormat.XLSX, workbook(text)).changes()).isEqualTo(read.changes());
    }

    private Path workbook(String text) throws IOException {
        Path file = folder.resolve("list.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("prices");
            List<String> lines = text.lines().toList();
            for (int row = 0; row < lines.size(); row++) {
                String[] cells = lines.get(row).split(",", -1);
                for (int column = 0; column < cells.length; column++) {
                    sheet.value(row, column, cells[column]);
                }
            }
        }
        return file;
    }

    @Test
    void everyFaultOfATableIsToldAtOnceAtItsCell() throws IOException {
        Path file = file(
                "bad.csv",
                """
                provider,model,input,output,currency,tokens,cashed_input
                deepinfra,gpt-oss-20b,NaN,0.1,USD,,
                deepinfra,gpt-oss-20b,-0.1,0.1,USD,,
                deepinfra,gpt-oss-20b,3e-8,0.1,USD,,
                deepinfra,gpt-oss-20b,0.03,0.14,ZZZ,,
                deepinfra,gpt-oss-20b,0.03,,USD,,
                deepinfra,gpt-oss-20b,30,0.14,USD,,
                deepinfra,gpt-oss-20b,0.03,0.14,USD,dozen,
                deepinfra,gpt-oss-20b,1e999999999,0.14,USD,,
                nobody,gpt-oss-20b,NaN,NaN,ZZZ,,
                """);
        assertThat(faults(PriceListFormat.CSV, file).stream()
                        .map(problem ->
                                problem.toString().substring(file.toString().length()))
                        .map(problem -> problem.lines().findFirst().orElseThrow()))
                .containsExactly(
                        ":1:7: The column (cashed_input) is not known.",
                        ":2:3: The price (NaN) must be a number.",
                        ":3:3: The price (-0.1) of a million tokens must be 0.001 to 10000.",
                        ":4:3: The price (0.00000003) of a million tokens must be 0.001 to 10000.",
                        ":5:5: The currency (ZZZ) has no rate of exchange in the catalog.",
                        ":6:1: The output of the row is missing.",
                        ":7:1: The price of gpt-oss-20b at deepinfra moved from 0.03 to 30: a unit must have slipped.",
                        ":8:6: The tokens (dozen) that a price is for are not known.",
                        ":9:3: The price (1e999999999) must be a number.");
        assertThat(faults(PriceListFormat.CSV, file))
                .allSatisfy(problem -> assertThat(problem.in(Language.ZH)).containsPattern("\\p{IsHan}"));
    }

    @Test
    void aFaultInJsonIsToldAtItsLineAndColumn() throws IOException {
        Path file = file(
                "api.json",
                """
                {"groq": {"models": {
                  "gpt-oss-20b": {"cost": {"input": -1, "output": "many"}}}}}
                """);
        assertThat(faults(PriceListFormat.MODELS_DEV, file))
                .extracting(Problem::line, Problem::column)
                .containsExactly(tuple(2, 37), tuple(2, 51));
    }

    @Test
    void whatIsNoListIsToldAsSuch() throws IOException {
        assertThat(faults(PriceListFormat.MODELS_DEV, file("broken.json", "{\"a\": ")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("not valid JSON"));
        assertThat(faults(PriceListFormat.LITELLM, file("other.json", "{\"a\": {}}")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("no price as a list of litellm"));
        assertThat(faults(PriceListFormat.XLSX, file("text.xlsx", "provider,model")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("no XLSX"));
        assertThat(faults(PriceListFormat.CSV, file("other.csv", "provider;model\n")))
                .anyMatch(problem -> problem.message().equals("The table has no column currency."));
    }

    @Test
    void ofSeveralPricesForOneModelNoneIsTaken() throws IOException {
        PriceDiff diff = diff(
                PriceListFormat.MODELS_DEV,
                file(
                        "api.json",
                        """
                        {"deepinfra": {"models": {
                          "a/gpt-oss-20b": {"cost": {"input": 0.1, "output": 0.2}},
                          "b/gpt-oss-20b": {"cost": {"input": 0.2, "output": 0.2}}}}}
                        """));
        assertThat(diff.written()).isEmpty();
        assertThat(diff.ambiguous().get("deepinfra")).containsExactly("a/gpt-oss-20b", "b/gpt-oss-20b");
        assertThat(diff.in(State.GONE)).noneMatch(change -> change.model().equals("gpt-oss-20b"));
    }

    /** Names are of models that are there, and each offer of the catalog is found by one of them. */
    @Test
    void namesAreOfWhatIsInTheCatalog() throws IOException {
        assertThat(Files.readString(Shipped.CATALOG.resolve("names.yaml"))
                        .lines()
                        .filter(line -> line.contains("model: "))
                        .map(line -> line.replaceAll(".*model: ", "")))
                .allMatch(Shipped.catalog().models()::containsKey);
    }

    @Test
    void anOfferEndsWhereALaterOneOfTheSameBegins() {
        assertThat(Shipped.catalog().options().values().stream()
                        .flatMap(option -> option.offers().stream())
                        .map(ApiOffer::period))
                .allSatisfy(period -> assertThat(
                                period.to() == null || period.from().isBefore(period.to()))
                        .isTrue());
    }
}
