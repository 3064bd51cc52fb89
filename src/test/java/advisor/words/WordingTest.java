package advisor.words;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.facts.unit.Bytes;
import advisor.facts.unit.Currency;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Money;
import advisor.text.Language;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    private final Wording english = new Wording(Language.EN);
    private final Wording chinese = new Wording(Language.ZH);

    @ParameterizedTest
    @CsvSource({
        "2450000, CNY, CNY 2.45 M, ¥245万",
        "3000000, CNY, CNY 3 M, ¥300万",
        "450000, CNY, CNY 450 k, ¥45万",
        "52500, CNY, CNY 52.5 k, ¥5.3万",
        "120000000, CNY, CNY 120 M, ¥1.2亿",
        "400000, USD, USD 400 k, 40万美元",
        "1599, USD, 'USD 1,599', '1,599美元'",
        "20.83, CNY, CNY 20.83, ¥20.83",
        "400000, EUR, EUR 400 k, 40万欧元",
        "12000, XXX, XXX 12 k, 1.2万 XXX",
        "999600, USD, USD 1 M, 100万美元",
        "99999600, CNY, CNY 100 M, ¥1亿",
        "9999.6, CNY, CNY 10 k, ¥1万",
        "-999600, USD, USD -1 M, -100万美元",
        "349860000, KRW, KRW 350 M, 3.5亿韩元",
        "15570000, INR, INR 15.6 M, '1,557万印度卢比'",
        "1234567890, KRW, 'KRW 1,235 M', 12.3亿韩元",
        "12345678900, KRW, 'KRW 12,350 M', 123亿韩元",
    })
    void moneyIsWrittenAsPeopleWriteIt(double amount, Currency currency, String en, String zh) {
        assertThat(english.money(Money.of(amount, currency))).isEqualTo(en);
        assertThat(chinese.money(Money.of(amount, currency))).isEqualTo(zh);
    }

    @ParameterizedTest
    @CsvSource({
        "688574839360, 688.6 GB",
        "1128000000000, '1,128 GB'",
        "70272, '70,272 B'",
        "1385607168, 1.4 GB",
        "57459536, 0.06 GB",
        "490000, '490,000 B'"
    })
    void bytesAreDecimalGigabytes(long count, String text) {
        assertThat(english.bytes(new Bytes(count))).isEqualTo(text);
    }

    @Test
    void aYearIsNoQuantity() {
        Map<String, Object> told = Map.of("card.releaseYear", 2020, "card.devices", 2020);
        assertThat(chinese.fill("{card.releaseYear} 年 {card.devices} 张", new HashMap<>(told)))
                .isEqualTo("2020 年 2,020 张");
        assertThat(english.fill("in {card.releaseYear}", new HashMap<>(told))).isEqualTo("in 2020");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 'over 1 month, 12–1 months'",
        "11, 'over 11 months, 12–11 months'",
        "2.1, 'over 2.1 months, 12–2.1 months'",
        "36, 'over 36 months, 12–36 months'",
    })
    void ofOneOnlyOneIsWritten(double months, String text) {
        assertThat(english.fill("over {months} months, 12–{months} months", Map.of("months", months)))
                .isEqualTo(text);
    }

    @Test
    void nothingHasNoSign() {
        assertThat(english.number(-0.001)).isEqualTo("0");
        assertThat(english.percent(-0.0001)).isEqualTo("0 %");
        assertThat(english.number(-0.01)).isEqualTo("-0.01");
    }

    @Test
    void namesThatTheFactsJoinedHaveTheMarkOfTheLanguageBetweenThem() {
        Map<String, Object> engines = Map.of("engines", "llama.cpp, vLLM", "price", "1,599");
        assertThat(english.fill("{engines} {price}", engines)).isEqualTo("llama.cpp, vLLM 1,599");
        assertThat(chinese.fill("{engines} {price}", engines)).isEqualTo("llama.cpp、vLLM 1,599");
    }

    @Test
    void placeholdersAreFilled() {
        Map<String, Object> arguments =
                new HashMap<>(Map.of("share", 0.125, "count", 8, "speed", new Interval(5, 10, 15)));
        arguments.put("price", null);
        assertThat(english.fill("{share%} of {count} at {speed}: {price}", arguments))
                .isEqualTo("13 % of 8 at 10 (5–15): unknown");
        assertThat(chinese.fill("{price}", arguments)).isEqualTo("未知");
    }
}
