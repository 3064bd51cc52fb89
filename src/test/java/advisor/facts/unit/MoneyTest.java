package advisor.facts.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MoneyTest {
    private final Money yuan = Money.of(100, Currency.CNY);

    @Test
    void amountsOfDifferentCurrenciesAreNeverCompared() {
        assertThatThrownBy(() -> yuan.compareTo(Money.of(100, new Currency("USD"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("USD")
                .hasMessageContaining("CNY");
    }

    @Test
    void aRangeIsOrdered() {
        assertThatThrownBy(() -> new MoneyRange(yuan, Money.of(90, Currency.CNY), yuan))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("low, likely, high");
    }

    @Test
    void wideningKeepsTheLikelyAmount() {
        MoneyRange wide = MoneyRange.exactly(yuan).widenedBy(MoneyRange.exactly(Money.of(250, Currency.CNY)));
        assertThat(wide.low()).isEqualByComparingTo(yuan);
        assertThat(wide.likely()).isEqualByComparingTo(yuan);
        assertThat(wide.high()).isEqualByComparingTo(Money.of(250, Currency.CNY));
    }
}
