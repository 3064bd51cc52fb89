package advisor.sizing.cost;

import advisor.facts.CostLine;
import advisor.facts.CostPart;
import advisor.facts.CostPart.Due;
import advisor.facts.unit.Currency;
import advisor.facts.unit.Money;
import advisor.facts.unit.MoneyRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a cost, and their sums. A sum over a part that is not known is not known either. */
final class CostLines {
    private final Currency currency;
    private final int months;
    private final List<CostLine> lines = new ArrayList<>();

    CostLines(Currency currency, int months) {
        this.currency = currency;
        this.months = months;
    }

    /** Adds a part; one that costs exactly nothing is left out. */
    void add(CostPart part, @Nullable Priced priced) {
        if (priced == null) {
            lines.add(new CostLine(part, null, null));
        } else if (!priced.amount().isZero()) {
            lines.add(new CostLine(part, priced.amount(), priced.formula()));
        }
    }

    List<CostLine> lines() {
        return List.copyOf(lines);
    }

    /** What is paid when, and in all; each {@code null} if a part of it is not known. */
    record Sums(
            @Nullable MoneyRange upfront,
            @Nullable MoneyRange monthly,
            @Nullable MoneyRange later,
            @Nullable MoneyRange total) {
        static final Sums UNKNOWN = new Sums(null, null, null, null);

        Sums times(int units) {
            return new Sums(times(upfront, units), times(monthly, units), times(later, units), times(total, units));
        }

        private static @Nullable MoneyRange times(@Nullable MoneyRange sum, int units) {
            return sum == null ? null : sum.times(units);
        }
    }

    Sums sums() {
        MoneyRange upfront = sum(Due.UPFRONT);
        MoneyRange monthly = sum(Due.MONTHLY);
        MoneyRange later = sum(Due.LATER);
        MoneyRange total = upfront == null || monthly == null || later == null
                ? null
                : upfront.plus(monthly.times(months)).plus(later);
        return new Sums(upfront, monthly, later, total);
    }

    private @Nullable MoneyRange sum(Due due) {
        MoneyRange sum = MoneyRange.exactly(Money.zero(currency));
        for (CostLine line : lines) {
            MoneyRange amount = line.amount();
            if (line.due(due) && amount == null) {
                return null;
            }
            sum = line.due(due) && amount != null ? sum.plus(amount) : sum;
        }
        return sum;
    }
}
