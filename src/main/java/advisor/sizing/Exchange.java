package advisor.sizing;

import advisor.model.Currency;
import advisor.model.Formula;
import advisor.model.Formula.Operand;
import advisor.model.Formula.Operator;
import advisor.model.Interval;
import advisor.model.Money;
import advisor.model.MoneyRange;

/** Brings amounts into the currency of the answer. */
final class Exchange {
    private static final String CNY_PER_USD = "exchange/usd-cny";

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
        double cnyPerUsd = assumptions.value(CNY_PER_USD);
        double rate = currency == Currency.CNY ? cnyPerUsd : 1 / cnyPerUsd;
        return new Money(money.times(rate).amount(), currency);
    }

    /** An amount that may stand in another currency. */
    Priced convert(Priced priced) {
        if (priced.amount().currency() == currency) {
            return priced;
        }
        Operator operator = currency == Currency.CNY ? Operator.PRODUCT : Operator.QUOTIENT;
        Formula formula = operator.of(priced.formula(), assumptions.likely(CNY_PER_USD));
        return new Priced(priced.amount().map(this::convert), formula);
    }

    /** A parameter that is an amount of a currency. */
    Priced parameter(String id, Currency of) {
        Operand operand = assumptions.operand(id);
        Interval range = operand.value();
        MoneyRange amount =
                new MoneyRange(Money.of(range.low(), of), Money.of(range.likely(), of), Money.of(range.high(), of));
        return convert(new Priced(amount, operand));
    }
}
