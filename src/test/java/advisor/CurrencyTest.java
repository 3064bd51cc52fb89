package advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.catalog.Catalog;
import advisor.catalog.CatalogLoader;
import advisor.catalog.CatalogTexts;
import advisor.facts.CostLine;
import advisor.facts.CostPart;
import advisor.facts.Lens;
import advisor.facts.unit.Money;
import advisor.report.file.MarkdownReport;
import advisor.report.json.JsonReport;
import advisor.request.BadRequestException;
import advisor.request.RequestForm;
import advisor.text.Language;
import advisor.text.LoadException;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A currency that only the catalog names: a machine priced in soles, and a rate of exchange for it. */
class CurrencyTest {
    private static final String IN_SOLES = "h200-sxm-x8-self-built";
    private static final String IN_YUAN = "a100-x16";
    private static final String OPTION_FILE = "options/" + IN_SOLES + ".yaml";
    private static final String RATES_FILE = "parameters/exchange.yaml";
    private static final String EIGHT_YUAN_A_SOL = rate("exchange/pen-cny", "CNY/PEN", 8);

    private static final Catalog WITH_SOLES = catalog(EIGHT_YUAN_A_SOL);

    /** The shipped catalog with one machine for 300,000 soles, and one more rate. */
    private static Catalog catalog(String rate) {
        SortedMap<String, String> files =
                new TreeMap<>(Shipped.catalog().texts().files());
        files.computeIfPresent(
                OPTION_FILE,
                (name, text) -> text.substring(0, text.indexOf("  - price:"))
                        + """
                          - price: {low: 300000, likely: 300000, high: 300000, currency: PEN}
                            from: 2025-02-11
                            kind: quote
                            source: configiq-2026
                            confidence: low
                        """);
        files.computeIfPresent(RATES_FILE, (name, text) -> text + rate);
        return CatalogLoader.load(new CatalogTexts(files));
    }

    private static String rate(String id, String unit, double value) {
        return """
                  - id: %s
                    unit: %s
                    least: 0.01
                    most: 100
                    title: {en: Rate of a test, zh: 测试汇率}
                    values:
                      - value: %s
                        from: 2025-01-01
                        source: catalogue-assumptions-2026
                """
                .formatted(id, unit, value);
    }

    private static Advice advise(Catalog catalog, String budget) {
        RequestForm form = new RequestForm(Map.of("model", "deepseek-r1", "budget", budget, "jurisdiction", "CN"));
        return new Advisor(catalog, Shipped.rules()).advise(form.request(Shipped.TODAY));
    }

    private static CostLine hardware(Advice advice, String option) {
        return advice.verdict(option).best().candidate().cost().lines().stream()
                .filter(line -> line.part() == CostPart.HARDWARE)
                .findFirst()
                .orElseThrow();
    }

    private static Money price(Advice advice, String option) {
        return Objects.requireNonNull(hardware(advice, option).amount()).likely();
    }

    @ParameterizedTest
    @CsvSource({"9000000CNY, 2400000, CNY", "1000000USD, 347826.09, USD", "1000000PEN, 300000, PEN"})
    void aPriceInSolesStandsInTheCurrencyOfTheBudget(String budget, double amount, String currency) {
        Money price = price(advise(WITH_SOLES, budget), IN_SOLES);
        assertThat(price.currency()).hasToString(currency);
        assertThat(price.amount().doubleValue()).isCloseTo(amount, within(0.01));
    }

    @Test
    void anAmountGoesThroughTwoRatesWhereNoneLeadsThereAtOnce() {
        Catalog throughDollars = catalog(rate("exchange/pen-usd", "USD/PEN", 1.25));
        assertThat(price(advise(throughDollars, "9000000CNY"), IN_SOLES)
                        .amount()
                        .doubleValue())
                .isCloseTo(300_000 * 1.25 * 6.9, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CNY", "CNY-PEN", "cny/eur", "CNY/PEN/h", "CNY/yuan", "PEN/PEN"})
    void aRateWhoseUnitIsNotTwoCurrenciesIsAFaultAtItsPlace(String unit) {
        assertThatThrownBy(() -> catalog(rate("exchange/pen-cny", unit, 8)))
                .isInstanceOfSatisfying(LoadException.class, refused -> assertThat(refused.problems())
                        .anySatisfy(problem -> assertThat(problem.toString())
                                .containsPattern("catalog/parameters/exchange\\.yaml:\\d+:\\d+: The unit \\(%s\\)"
                                        .formatted(Pattern.quote(unit)))
                                .contains("of exchange/pen-cny must be two currencies", "Maybe CNY/USD")));
    }

    @Test
    void theCatalogTellsTheCurrenciesOfItsRates() {
        assertThat(Shipped.catalog().currencies(Shipped.TODAY, Lens.EVIDENCE))
                .contains("CNY", "EUR", "GBP", "JPY", "USD")
                .doesNotContain("PEN");
        assertThat(WITH_SOLES.currencies(Shipped.TODAY, Lens.EVIDENCE)).contains("PEN");
    }

    @ParameterizedTest
    @CsvSource({"300kEUR, EUR", "€300k, EUR", "25万英镑, GBP", "5000万日元, JPY"})
    void aBudgetInAnyCurrencyWithARateIsAnsweredInIt(String budget, String currency) {
        Advice advice = advise(Shipped.catalog(), budget);
        assertThat(price(advice, IN_YUAN).currency()).hasToString(currency);
        assertThat(MarkdownReport.of(advice, Shipped.catalog().sources(), Language.EN))
                .contains("budget " + currency + " ");
    }

    @ParameterizedTest
    @CsvSource({"EUR, EUR", "eur, EUR", "人民币, CNY", "JPY, JPY"})
    void anAnswerSpeaksTheCurrencyThatIsAskedForWithoutABudget(String asked, String currency) {
        assertThat(price(answer(Map.of("currency", asked)), IN_YUAN).currency()).hasToString(currency);
    }

    private static Advice answer(Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(Map.of("model", "deepseek-r1"));
        all.putAll(fields);
        return new Advisor(Shipped.catalog(), Shipped.rules()).advise(new RequestForm(all).request(Shipped.TODAY));
    }

    @Test
    void aBudgetInAnotherCurrencyIsConvertedAtTheRateOfTheDay() {
        Advice asked = answer(Map.of("budget", "1000000EUR", "currency", "USD"));
        assertThat(asked.request().budget()).isNotNull();
        assertThat(asked.request().budget().currency()).hasToString("USD");
        assertThat(asked.request().budget().amount().doubleValue()).isCloseTo(1_155_800, within(0.01));
        assertThat(asked.verdicts())
                .extracting(option -> option.best().score())
                .isEqualTo(answer(Map.of("budget", "1155800USD")).verdicts().stream()
                        .map(option -> option.best().score())
                        .toList());
        String text = MarkdownReport.of(asked, Shipped.catalog().sources(), Language.EN);
        assertThat(text).contains("budget USD 1.16 M · answer in USD");
        assertThat(JsonReport.tree(asked).at("/load/0/field").asText()).isEqualTo("budget");
    }

    @ParameterizedTest
    @CsvSource({
        "300000, EUR, names no currency: CNY is not taken for granted where the answer is asked for in EUR",
        "¥300万, JPY, has a sign that may be JPY or CNY where the answer is asked for in JPY",
        "300000CNY, euro!, is not a currency code",
        "300000CNY, PEN, The catalog has no rate of exchange for the currency (PEN)"
    })
    void whatIsNotPlainIsRefused(String budget, String currency, String said) {
        assertThatThrownBy(() -> answer(Map.of("budget", budget, "currency", currency)))
                .isInstanceOfSatisfying(BadRequestException.class, refused -> {
                    assertThat(refused.faults().get(0).en()).contains(said);
                    assertThat(refused.faults().get(0).zh()).containsPattern("\\p{IsHan}");
                });
    }

    @Test
    void theFormulaTellsTheRate() {
        CostLine line = hardware(advise(WITH_SOLES, "1000000PEN"), IN_YUAN);
        assertThat(Objects.requireNonNull(line.amount()).likely().amount().doubleValue())
                .isCloseTo(Objects.requireNonNull(line.formula()).value().likely(), within(0.01));
        assertThat(line.formula().read()).anyMatch(read -> read.toString().contains("exchange/pen-cny"));
    }

    @ParameterizedTest
    @CsvSource({"EN, budget PEN 1 M", "ZH, 预算 100万 PEN"})
    void reportsWriteSolesAsTheLanguageDoes(Language language, String amount) {
        assertThat(MarkdownReport.of(
                        advise(WITH_SOLES, "1000000PEN"), Shipped.catalog().sources(), language))
                .contains(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"500000PEN", "500kPEN", "50万PEN"})
    void aBudgetWithoutARateIsRefusedByNamingWhatIsUnderstood(String budget) {
        assertThatThrownBy(() -> advise(Shipped.catalog(), budget))
                .isInstanceOfSatisfying(BadRequestException.class, refused -> {
                    assertThat(refused.faults().get(0).en()).contains("500000PEN", "CNY, the currency of China");
                    assertThat(refused.faults().get(0).zh()).contains("500000PEN", "CNY（中国货币）");
                });
    }

    @Test
    void aPriceWithoutARateIsRefusedByFileAndLine() {
        assertThatThrownBy(() -> catalog(""))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("catalog/" + OPTION_FILE)
                .hasMessageContaining("The currency (PEN)");
    }
}
