package advisor.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import advisor.Shipped;
import advisor.facts.Request;
import advisor.facts.model.PrecisionFloor;
import advisor.facts.unit.Money;
import advisor.request.amount.Amount;
import advisor.text.Ids;
import advisor.text.Language;
import advisor.text.Text;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFormTest {
    @Test
    void defaultsAreAppliedAndNamed() {
        Request request = new RequestForm(Map.of("model", "deepseek-r1", "budget", "300w")).request(Shipped.TODAY);
        assertThat(request.streams()).isEqualTo(16);
        assertThat(request.horizonMonths()).isEqualTo(36);
        assertThat(request.asOf()).isEqualTo(Shipped.TODAY);
        assertThat(request.defaultsApplied())
                .contains("asOf", "budgetCurrency", "horizonMonths", "streams")
                .doesNotContain("budget", "model")
                .isSorted();
    }

    @ParameterizedTest
    @CsvSource({
        "budget, ¥3000万, jp, JPY or CNY",
        "budget, $2m, SG, SGD or USD",
        "quote, '8 x nvidia-h200-sxm-141gb, $400k, dealer', AU, AUD or USD",
        "own, '8 x nvidia-h200-sxm-141gb, worth ￥400k', JP, JPY or CNY"
    })
    void aSignThatTwoCurrenciesShareIsNotGuessed(String field, String text, String country, String currencies) {
        RequestForm form = new RequestForm(Map.of("model", "m", "jurisdiction", country, field, text));
        assertThatThrownBy(() -> form.request(Shipped.TODAY)).hasMessageContaining(currencies);
        assertThat(new RequestForm(Map.of("model", "m", "jurisdiction", "DE", field, text)).request(Shipped.TODAY))
                .isNotNull();
    }

    @Test
    void everyDefaultIsOfAField() {
        Request request = new RequestForm(Map.of("model", "m")).request(Shipped.TODAY);
        assertThat(RequestFields.defaulted(request))
                .hasSameSizeAs(request.defaultsApplied())
                .extracting(RequestField::name)
                .contains("streams", "horizon", "as-of");
    }

    @Test
    void whatIsDemandedIsAllThatIsNeitherDefaultNorToldByEveryQuestion() {
        Request request = new RequestForm(Map.of(
                        "model",
                        "m",
                        "streams",
                        "8",
                        "horizon",
                        "36",
                        "privacy",
                        "any",
                        "jurisdiction",
                        "DE",
                        "max-nodes",
                        "2"))
                .request(Shipped.TODAY);
        assertThat(RequestFields.demanded(request))
                .extracting(RequestField::name)
                .containsExactlyInAnyOrder("jurisdiction", "privacy", "max-nodes");
    }

    @Test
    void idsAreWrittenAsTheyAreAccepted() {
        assertThat(PrecisionFloor.values())
                .extracting(Ids::of)
                .containsExactlyInAnyOrder("native", "int8", "4bit", "any");
    }

    @Test
    void whatIsGivenIsNoDefault() {
        Request request = new RequestForm(Map.of("model", "m", "streams", "20", "precision-floor", "4bit"))
                .request(Shipped.TODAY);
        assertThat(request.streams()).isEqualTo(20);
        assertThat(request.precisionFloor()).isEqualTo(PrecisionFloor.FOUR_BIT);
        assertThat(request.defaultsApplied()).doesNotContain("streams", "precisionFloor");
    }

    @Test
    void everyFaultIsReportedInOneGo() {
        Map<String, String> fields = Map.of(
                "budget", "lots",
                "streams", "0",
                "as-of", "11.2.2025",
                "privacy", "secret",
                "jurisdiction", "China",
                "min-speed", "NaN",
                "colour", "red");
        assertThatThrownBy(() -> new RequestForm(fields).request(Shipped.TODAY))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("The model is missing")
                .hasMessageContaining("The budget (lots)")
                .hasMessageContaining(Amount.ACCEPTED)
                .hasMessageContaining("The streams (0)")
                .hasMessageContaining("The as-of (11.2.2025)")
                .hasMessageContaining("The privacy (secret)")
                .hasMessageContaining("any, eea, in-country, on-premises")
                .hasMessageContaining("The jurisdiction (China)")
                .hasMessageContaining("The min-speed (NaN)")
                .hasMessageContaining("The field (colour)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "-0001-01-01", "1999-12-31", "2101-01-01"})
    void aDayOfAnotherCenturyIsRefusedInBothLanguages(String day) {
        RequestForm form = new RequestForm(Map.of("model", "m", "as-of", day));
        assertThatThrownBy(() -> form.request(Shipped.TODAY))
                .isInstanceOfSatisfying(BadRequestException.class, refused -> assertThat(refused.fieldFaults())
                        .containsExactly(new FieldFault(
                                "as-of",
                                new Text(
                                        "The as-of (%s) must be 2000-01-01 to 2100-12-31.".formatted(day),
                                        "as-of（%s）必须为 2000-01-01 至 2100-12-31。".formatted(day)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000-01-01", "2100-12-31"})
    void aDayOfThisCenturyIsTaken(String day) {
        Request request = new RequestForm(Map.of("model", "m", "as-of", day)).request(Shipped.TODAY);
        assertThat(request.asOf()).hasToString(day);
    }

    @Test
    void assumptionsAreReadInOneFieldAndTheLaterHolds() {
        Request request = new RequestForm(
                        Map.of("model", "m", "assume", "cost/busy-share=0.2, exchange/usd-cny = 7,cost/busy-share=0.1"))
                .request(Shipped.TODAY);
        assertThat(request.assumptions()).containsOnly(entry("cost/busy-share", 0.1), entry("exchange/usd-cny", 7.0));
    }

    @ParameterizedTest
    @CsvSource({
        "streams, users, streams",
        "users, peak-factor, users",
        "peak-factor, streams, streams",
    })
    void aLoadThatIsToldTwiceIsRefusedAndBothFieldsAreNamed(String one, String other, String kept) {
        Map<String, String> fields = Map.of("model", "m", one, "20", other, "30");
        assertThatThrownBy(() -> new RequestForm(fields).request(Shipped.TODAY))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContainingAll(
                        "The load at the busiest time is told more than once",
                        one,
                        other,
                        "Maybe --" + kept + " alone?")
                .satisfies(fault -> assertThat(((BadRequestException) fault).message(Language.ZH))
                        .contains("负载被重复给出", one, other));
    }

    @ParameterizedTest
    @CsvSource({"users, 60", "streams, 12"})
    void theRequestsOfADayMayStandBesideTheBusiestTime(String peak, String count) {
        Request request =
                new RequestForm(Map.of("model", "m", peak, count, "requests-per-day", "900")).request(Shipped.TODAY);
        assertThat(request.requestsPerDay()).isEqualTo(900);
    }

    @ParameterizedTest
    @CsvSource({
        "budget, 50000, US, 50000USD, 50000CNY",
        "budget, 300w, de, 3000000EUR, 3000000CNY",
        "budget, 25lakh, SG, 2500000SGD, 2500000INR",
        "quote, '8 x nvidia-l4, 20k, dealer', IN, 20000INR, 20000CNY",
        "own, '8 x nvidia-l4, worth 40万', JP, 400000JPY, 400000CNY",
        "quote, '8 x nvidia-l4, 2k each', HK, 2000HKD, 2000CNY",
    })
    void anAmountWithoutACurrencyIsNotTakenForAnotherThanTheCountrys(
            String field, String text, String country, String own, String other) {
        RequestForm form = new RequestForm(Map.of("model", "m", "jurisdiction", country, field, text));
        assertThatThrownBy(() -> form.request(Shipped.TODAY))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContainingAll("names no currency", "Maybe " + own + ", " + other + "?")
                .satisfies(fault -> assertThat(((BadRequestException) fault).message(Language.ZH))
                        .contains("未写明货币", own));
    }

    @ParameterizedTest
    @CsvSource({"25lakh, IN, 2500000 INR", "300w, CN, 3000000 CNY", "2crore,, 20000000 INR", "300w,, 3000000 CNY"})
    void anAmountWithoutACurrencyIsTakenForTheCountrys(String text, @Nullable String country, String money) {
        Map<String, String> fields = new TreeMap<>(Map.of("model", "m", "budget", text));
        if (country != null) {
            fields.put("jurisdiction", country);
        }
        Money budget = new RequestForm(fields).request(Shipped.TODAY).budget();
        assertThat(budget.amount().toPlainString() + " " + budget.currency()).isEqualTo(money);
    }

    @ParameterizedTest
    @CsvSource({"active-share, 0.1, users", "peak-factor, 3, requests-per-day"})
    void aShareOfWhatIsNotGivenIsRefused(String field, String value, String missing) {
        assertThatThrownBy(() -> new RequestForm(Map.of("model", "m", field, value)).request(Shipped.TODAY))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContainingAll("The " + field, "needs the field " + missing);
    }

    @ParameterizedTest
    @CsvSource({
        "active-share, 0",
        "active-share, 1.01",
        "prefix-cache-share, 1.5",
        "peak-factor, 0.9",
        "max-first-token, 0",
        "max-first-token, 12f",
        "max-first-token, 1d",
        "max-first-token, 0x1p3",
        "users, 0",
        "preset, office",
    })
    void whatIsNoLoadIsRefused(String field, String value) {
        assertThatThrownBy(() -> new RequestForm(Map.of("model", "m", field, value)).request(Shipped.TODAY))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("The " + field + " (" + value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cost/busy-share", "cost/busy-share=much", "=1", "cost/busy-share=NaN", "a=1,,b=2"})
    void whatIsNoAssumptionIsRefused(String text) {
        assertThatThrownBy(() -> new RequestForm(Map.of("model", "m", "assume", text)).request(Shipped.TODAY))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("must be id=value");
    }
}
