package advisor.sizing.cost;

import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Formula;
import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Formula.Operator;
import advisor.facts.unit.Interval;
import advisor.facts.unit.MoneyRange;
import advisor.facts.unit.Sourced;
import advisor.text.Text;
import org.jspecify.annotations.Nullable;

/** An amount of money, with how it was calculated: both change together. */
record Priced(MoneyRange amount, Formula formula) {

    private static final Text SUPPOSED = new Text("supposed price", "假设价格");

    /** An amount as it was read. */
    static Priced of(Text name, MoneyRange amount, @Nullable Sourced origin) {
        return new Priced(
                amount, new Operand(name, interval(amount), amount.currency().code(), origin));
    }

    /** What it might turn out to be; how that came about is not told. */
    Priced under(Outlook.Prices prices, DeploymentOption option) {
        MoneyRange seen = prices.of(option, amount);
        return seen.equals(amount) ? this : of(SUPPOSED, seen, null);
    }

    private static Interval interval(MoneyRange amount) {
        return new Interval(
                amount.low().amount().doubleValue(),
                amount.likely().amount().doubleValue(),
                amount.high().amount().doubleValue());
    }

    Priced times(Formula factor) {
        return new Priced(amount.times(factor.value()), Operator.PRODUCT.of(formula, factor));
    }

    Priced dividedBy(Formula divisor) {
        return new Priced(amount.times(1 / divisor.value().likely()), Operator.QUOTIENT.of(formula, divisor));
    }

    Priced plus(Priced other) {
        return new Priced(amount.plus(other.amount), Operator.SUM.of(formula, other.formula));
    }

    /** What is left when something is got for another. */
    Priced less(Priced other) {
        return new Priced(amount.plus(other.amount.negated()), Operator.DIFFERENCE.of(formula, other.formula));
    }

    Priced widenedBy(Priced other) {
        return new Priced(amount.widenedBy(other.amount), Operator.SPAN.of(formula, other.formula));
    }

    /** The low end, as if it were certain. */
    Priced lowEnd() {
        return new Priced(MoneyRange.exactly(amount.low()), Operator.LOW_END.of(formula));
    }

    Priced negated() {
        return new Priced(amount.negated(), Operator.NEGATION.of(formula));
    }
}
