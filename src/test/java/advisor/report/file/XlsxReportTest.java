package advisor.report.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import advisor.Patience;
import advisor.Shipped;
import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.facts.Cost;
import advisor.facts.unit.MoneyRange;
import advisor.text.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The workbook as a spreadsheet program recomputes it. */
class XlsxReportTest {
    private static final Advice ADVICE =
            Shipped.answer(Map.of("model", "deepseek-r1", "budget", "3000000CNY", "jurisdiction", "CN"));

    private static final int PLANS = 1;
    private static final int COSTS = 2;
    private static final int ASSUMPTIONS = 3;
    private static final int LOW = 14;

    private static XSSFWorkbook book(Language language) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes(language)));
    }

    private static byte[] bytes(Language language) {
        return XlsxReport.of(ADVICE, Shipped.catalog().sources(), language);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyTotalIsRecomputedToTheSameFigure(Language language) throws IOException {
        try (XSSFWorkbook book = book(language)) {
            FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
            int compared = 0;
            for (Row row : rows(book.getSheetAt(PLANS))) {
                MoneyRange total = cost(text(row, 1)).total();
                if (total != null) {
                    compared++;
                    assertThat(number(evaluator, row, LOW)).as(text(row, 1)).isCloseTo(low(total), within(2.0));
                    assertThat(number(evaluator, row, LOW + 1)).isCloseTo(likely(total), within(2.0));
                    assertThat(number(evaluator, row, LOW + 2)).isCloseTo(high(total), within(2.0));
                }
            }
            assertThat(compared).isGreaterThan(20);
        }
    }

    /** The price of a server, its maintenance, the capital in it and what it brings at the end are of one price. */
    @Test
    void aTotalFollowsAChangedPrice() throws IOException {
        try (XSSFWorkbook book = book(Language.EN)) {
            String option = "h200-sxm-x8-self-built";
            List<Row> prices = rows(book.getSheetAt(ASSUMPTIONS)).stream()
                    .filter(row -> text(row, 0).equals(option))
                    .filter(row -> text(row, 5).equals("CNY"))
                    .toList();
            assertThat(prices).isNotEmpty();
            FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
            Row plan = rows(book.getSheetAt(PLANS)).stream()
                    .filter(row -> text(row, 1).equals(option))
                    .findFirst()
                    .orElseThrow();
            double before = number(evaluator, plan, LOW + 1);
            Map<String, Double> costs = costs(book, evaluator, option);
            Cell price = prices.get(0).getCell(3);
            price.setCellValue(2 * price.getNumericCellValue());
            evaluator.clearAllCachedResultValues();
            Map<String, Double> after = costs(book, evaluator, option);
            assertThat(after.get("hardware")).isEqualTo(2 * costs.get("hardware"));
            assertThat(after.get("maintenance")).isCloseTo(2 * costs.get("maintenance"), within(1e-6));
            assertThat(after.get("power")).isEqualTo(costs.get("power"));
            double difference = after.keySet().stream()
                    .mapToDouble(part -> after.get(part) - costs.get(part))
                    .sum();
            assertThat(number(evaluator, plan, LOW + 1)).isCloseTo(before + difference, within(1e-3));
            assertThat(difference).isPositive();
        }
    }

    @Test
    void everyOptionThatIsOutHasItsRule() throws IOException {
        try (XSSFWorkbook book = book(Language.EN)) {
            assertThat(rows(book.getSheetAt(5)))
                    .hasSize(ADVICE.rejected().size() + ADVICE.undecided().size())
                    .allSatisfy(row -> assertThat(text(row, 0)).contains("/"));
        }
    }

    @Test
    void theSheetsAreInTheLanguage() throws IOException {
        try (XSSFWorkbook book = book(Language.ZH)) {
            assertThat(book.getSheetName(0)).isEqualTo("结论");
            assertThat(text(book.getSheetAt(PLANS).getRow(0), 1)).isEqualTo("编号");
        }
    }

    @Test
    void theSameAdviceIsTheSameBytesASecondLater() throws Exception {
        byte[] first = bytes(Language.EN);
        long second = Instant.now().getEpochSecond();
        Patience.until(
                "the next second, which the writer stamps", () -> Instant.now().getEpochSecond() > second);
        assertThat(bytes(Language.EN)).isEqualTo(first);
    }

    private static Map<String, Double> costs(XSSFWorkbook book, FormulaEvaluator evaluator, String option) {
        Map<String, Double> costs = new TreeMap<>();
        rows(book.getSheetAt(COSTS)).stream()
                .filter(row -> text(row, 0).equals(option))
                .forEach(row -> costs.put(text(row, 2), number(evaluator, row, 9)));
        return costs;
    }

    private static Cost cost(String option) {
        OptionVerdict verdict = ADVICE.verdict(option);
        return verdict.best().candidate().cost();
    }

    private static double low(MoneyRange range) {
        return range.low().amount().doubleValue();
    }

    private static double likely(MoneyRange range) {
        return range.likely().amount().doubleValue();
    }

    private static double high(MoneyRange range) {
        return range.high().amount().doubleValue();
    }

    private static List<Row> rows(Sheet sheet) {
        List<Row> rows = new ArrayList<>();
        sheet.forEach(rows::add);
        return rows.subList(1, rows.size());
    }

    private static String text(Row row, int column) {
        Cell cell = row.getCell(column);
        return cell == null ? "" : cell.toString();
    }

    private static double number(FormulaEvaluator evaluator, Row row, int column) {
        Cell cell = row.getCell(column);
        assertThat(cell.getCellType()).isEqualTo(CellType.FORMULA);
        return evaluator.evaluate(cell).getNumberValue();
    }
}
