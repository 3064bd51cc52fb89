package advisor.request.amount;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.facts.Lens;
import advisor.facts.unit.Currency;
import advisor.facts.unit.Money;
import advisor.text.Language;
import advisor.words.Wording;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3000000CNY | 3000000 | CNY",
                "3000000 | 3000000 | CNY",
                "300w | 3000000 | CNY",
                "300W元 | 3000000 | CNY",
                "300万 | 3000000 | CNY",
                "¥245万 | 2450000 | CNY",
                "￥2.45百万 | 2450000 | CNY",
                "1.2亿人民币 | 120000000 | CNY",
                "2.45M CNY | 2450000 | CNY",
                "$400k | 400000 | USD",
                "400,000 USD | 400000 | USD",
                "40万美元 | 400000 | USD",
                "€500k | 500000 | EUR",
                "500000 gbp | 500000 | GBP",
                "₹2 crore | 20000000 | INR",
                "1.5 Cr INR | 15000000 | INR",
                "40 lakh INR | 4000000 | INR",
                "₹50 Lakhs | 5000000 | INR",
                "₹2,00,00,000 | 20000000 | INR",
                "180万迪拉姆 | 1800000 | AED",
                "₽40M | 40000000 | RUB",
                "25lakh | 2500000 | INR",
                "2 crore | 20000000 | INR",
                "USD 20 k | 20000 | USD",
                "EUR 63k | 63000 | EUR",
                "JPY 37.2 M | 37200000 | JPY",
                "人民币300万 | 3000000 | CNY",
                "3亿巴西雷亚尔 | 300000000 | BRL",
            })
    void amountsAreReadAsPeopleWriteThem(String text, double amount, Currency currency) {
        assertThat(Amount.parse(text))
                .hasValueSatisfying(read -> assertThat(read.money()).isEqualByComparingTo(Money.of(amount, currency)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lots",
                "-5",
                "0",
                "300x",
                "¥300USD",
                "USD 300 EUR",
                "1,00",
                "3e6",
                "300 万 万",
                "NaN",
                "300\u212AUR",
                "300EURO",
                "2,00",
                "2 crores crore"
            })
    void whatIsNoAmountIsRefused(String text) {
        assertThat(Amount.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"300w, false", "300wCNY, true", "$5k, true"})
    void itIsKnownWhetherTheCurrencyWasNamed(String text, boolean named) {
        assertThat(Amount.parse(text))
                .hasValueSatisfying(read -> assertThat(read.currencyNamed()).isEqualTo(named));
    }

    /** To as many digits as are written. */
    @Property(tries = 500, seed = "20261130")
    void whatAnswersWriteIsReadBack(
            @ForAll @LongRange(min = 1, max = 900_000_000_000L) long cents,
            @ForAll @IntRange(max = 6) int zeros,
            @ForAll("currencies") String currency,
            @ForAll Language language) {
        Wording wording = new Wording(language);
        Money money = new Money(BigDecimal.valueOf(cents, 2 + 6 - zeros), new Currency(currency));
        String written = wording.money(money);
        assertThat(Amount.parse(written)).as(written).hasValueSatisfying(read -> {
            assertThat(wording.money(read.money())).isEqualTo(written);
            assertThat(read.currencyNamed()).isTrue();
        });
    }

    @Provide
    Arbitrary<String> currencies() {
        Set<String> known = new TreeSet<>(Shipped.catalog().currencies(Shipped.TODAY, Lens.EVIDENCE));
        new Wording(Language.ZH).currencies().values().forEach(code -> known.add(code.toUpperCase(Locale.ROOT)));
        return Arbitraries.of(known);
    }

    @ParameterizedTest
    @CsvSource({"¥8000万, 80000000", "'8 x nvidia-l4, ¥1.5M', 1500000", "none, 3000000"})
    void theFigureOfAnAmountWithASignIsSaidInFull(String text, String figure) {
        assertThat(Amount.within(text, Pattern.compile("[¥￥]"))).isEqualTo(figure);
    }
}
