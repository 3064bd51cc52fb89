package advisor.sizing;

import advisor.model.Currency;
import advisor.model.Interval;
import advisor.model.Money;
import advisor.model.MoneyRange;

/** Brings amounts into the currency of the answer. */
final class Exchange {
    private final Currency currency;
    private final Assumptions assumptions;

    Exchange(Currency currency, Assumptions assumptions) {
        this.currency = currency;
        this.assumptions = assumptions;
    }

    Money convert(Money money) {
        if (money.currency() == currency) {
            return money;
        }
        double cnyPerUsd = assumptions.value("exchange/usd-cny");
        double rate = currency == Currency.CNY ? cnyPerUsd : 1 / cnyPerUsd;
        return new Money(money.times(rate).amount(), currency);
    }

    MoneyRange convert(MoneyRange range) {
        return range.map(this::convert);
    }

    /** A parameter that is an amount of a currency. */
    MoneyRange parameter(String id, Currency of) {
        Interval range = assumptions.range(id);
        return convert(
                new MoneyRange(Money.of(range.low(), of), Money.of(range.likely(), of), Money.of(range.high(), of)));
    }
}
