package advisor.sizing.cost;

import advisor.facts.CostLine;
import advisor.facts.HostPrice;
import advisor.facts.unit.Formula;
import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Formula.Operator;
import advisor.facts.unit.Money;
import advisor.facts.unit.MoneyRange;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one option takes, whatever number format it runs in.
 *
 * @param lines its parts
 * @param sums of the parts; none is known of what is not offered
 * @param sources where the prices were read
 * @param oldest the earliest day from which one of the prices holds
 * @param hostPrice how hosts got into the likely price
 * @param quoted the price of one unit as it is quoted; {@code null} if there is none
 * @param replacement what a new one takes at the end of a life
 * @param lifeMonths how long it lasts; 0 if it is not owned
 * @param paidHours hours of a month that are paid
 */
record Bill(
        List<CostLine> lines,
        CostLines.Sums sums,
        List<String> sources,
        @Nullable LocalDate oldest,
        HostPrice hostPrice,
        @Nullable MoneyRange quoted,
        Money replacement,
        int lifeMonths,
        double paidHours) {

    /** Of so many. */
    Bill times(int units) {
        Operand factor = Counts.units(units);
        return new Bill(
                lines.stream().map(line -> times(line, factor)).toList(),
                sums.times(units),
                sources,
                oldest,
                hostPrice,
                quoted,
                replacement.times(units),
                lifeMonths,
                paidHours);
    }

    private static CostLine times(CostLine line, Operand units) {
        MoneyRange amount = line.amount();
        Formula formula = line.formula();
        return amount == null || formula == null
                ? line
                : new CostLine(line.part(), amount.times(units.value().likely()), Operator.PRODUCT.of(formula, units));
    }

    /** The bill of a service that is not offered. */
    static Bill unknown(Money nothing) {
        return new Bill(List.of(), CostLines.Sums.UNKNOWN, List.of(), null, HostPrice.QUOTED, null, nothing, 0, 0);
    }

    /** The bill of a machine that is not owned, or of a service. */
    static Bill unowned(
            CostLines lines, List<String> sources, @Nullable LocalDate oldest, Money nothing, double paidHours) {
        return new Bill(lines.lines(), lines.sums(), sources, oldest, HostPrice.QUOTED, null, nothing, 0, paidHours);
    }
}
