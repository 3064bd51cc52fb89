package advisor.sizing.cost;

import advisor.facts.unit.Currency;
import advisor.facts.unit.ExchangeTable.Step;
import advisor.facts.unit.Formula;
import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Money;
import advisor.facts.unit.MoneyRange;

/** Brings amounts into the currency of the answer. */
final class Exchange {
    private final Currency currency;
    private final Assumptions assumptions;

    Exchange(Currency currency, Assumptions assumptions) {
        this.currency = currency;
        this.assumptions = assumptions;
    }

    Money convert(Money money) {
        Money converted = money;
        for (Step step : assumptions.exchange(money.currency(), currency)) {
            converted = step.convert(converted, assumptions.value(step.rate()));
        }
        return converted;
    }

    /** An amount that may stand in another currency. */
    Priced convert(Priced priced) {
        Formula formula = priced.formula();
        for (Step step : assumptions.exchange(priced.amount().currency(), currency)) {
            formula = step.operator().of(formula, assumptions.likely(step.rate()));
        }
        return new Priced(priced.amount().map(this::convert), formula);
    }

    /** A parameter that is an amount of the currency that its unit names. */
    Priced parameter(String id) {
        Operand operand = assumptions.operand(id);
        Currency of = Currency.ofUnit(operand.unit()).orElseThrow();
        Interval range = operand.value();
        MoneyRange amount =
                new MoneyRange(Money.of(range.low(), of), Money.of(range.likely(), of), Money.of(range.high(), of));
        return convert(new Priced(amount, operand));
    }
}
