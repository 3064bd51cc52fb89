package advisor.facts;

import advisor.facts.unit.Missing;
import advisor.facts.unit.Money;
import advisor.facts.unit.MoneyRange;
import advisor.facts.unit.Parameter;
import advisor.text.Text;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cost of a plan, all of its units together, over the request's horizon, in the request's currency.
 *
 * @param upfront what is paid before the first answer; zero for rental and API; {@code null} if no price is known
 * @param monthly what is paid each month; {@code null} if a part of it is not known
 * @param total upfront, all months of the horizon, and what comes later; {@code null} if a part of it is not known
 * @param bought whether the money that must be found is what is paid before the first answer: the price of a machine, nothing
 *     for one that is there already
 * @param budget the request's budget, to compare with
 * @param quotes the prices it rests on
 * @param oldestQuote the earliest day from which one of them holds
 * @param hostPrice how the host around the cards got into the likely price
 * @param quoted the price of one unit as it is quoted, without what is reckoned in; {@code null} if there is none
 * @param lines all parts, which add up to the sums
 * @param curve the likely cost of other loads and times, in whole units; {@code null} if the total is not known
 * @param assumptions the parameters it rests on
 */
public record Cost(
        @Nullable MoneyRange upfront,
        @Nullable MoneyRange monthly,
        @Nullable MoneyRange total,
        boolean bought,
        @Nullable Money budget,
        int horizonMonths,
        List<String> quotes,
        @Nullable LocalDate oldestQuote,
        HostPrice hostPrice,
        @Nullable MoneyRange quoted,
        List<CostLine> lines,
        TokenCost tokens,
        @Nullable CostCurve curve,
        List<Parameter> assumptions) {

    /**
     * The money that must be found: the price of a purchase, nothing for what is there already, or all that a rental or an
     * API takes over the horizon.
     */
    public @Nullable MoneyRange outlay() {
        return bought ? upfront : total;
    }

    public @Nullable Money likelyOutlay() {
        MoneyRange outlay = outlay();
        return outlay == null ? null : outlay.likely();
    }

    public @Nullable Money highOutlay() {
        MoneyRange outlay = outlay();
        return outlay == null ? null : outlay.high();
    }

    /** By which share of the budget the likely outlay exceeds it; {@code null} if it does not, or if either is unknown. */
    public @Nullable Double overBudgetShare() {
        Money outlay = likelyOutlay();
        Money limit = budget;
        return outlay == null || limit == null || outlay.compareTo(limit) <= 0
                ? null
                : outlay.minus(limit).shareOf(limit);
    }

    public @Nullable Money likelyMonthly() {
        return monthly == null ? null : monthly.likely();
    }

    /** For how many whole months the budget pays for what is paid by the month; {@code null} if that is not known. */
    public @Nullable Integer monthsPaid() {
        Money limit = budget;
        Money month = likelyMonthly();
        return limit == null || month == null || month.amount().signum() <= 0
                ? null
                : (int) Math.floor(limit.shareOf(month));
    }

    /** Whether a figure is missing without which nobody can say what it costs in all. */
    public boolean unknown() {
        return total == null;
    }

    /** The figures that are missing to say what it costs in all. */
    public Text missing() {
        return Missing.named(lacks());
    }

    /** The same, one by one. */
    public List<Missing> lacks() {
        if (total != null) {
            return List.of();
        }
        return lines.isEmpty()
                ? List.of(Missing.OFFER)
                : lines.stream()
                        .filter(line -> line.amount() == null)
                        .map(line -> line.part().restsOn())
                        .distinct()
                        .toList();
    }

    public @Nullable Money likelyTotal() {
        return total == null ? null : total.likely();
    }

    /** Whole months from the oldest price to a day. */
    public @Nullable Long ageInMonths(LocalDate day) {
        return oldestQuote == null ? null : ChronoUnit.MONTHS.between(oldestQuote, day);
    }

    /** The amount of one part; {@code null} if there is none, or if it is not known. */
    public @Nullable MoneyRange part(CostPart part) {
        return lines.stream()
                .filter(line -> line.part() == part)
                .findFirst()
                .map(CostLine::amount)
                .orElse(null);
    }
}
