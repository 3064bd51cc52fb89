package advisor.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cost of a candidate over the request's horizon, in the request's currency.
 *
 * @param upfront the price of what is bought; zero for rental and API; {@code null} if no price is known
 * @param monthly electricity, rent or tokens of one month
 * @param total upfront and all months of the horizon
 * @param budget the request's budget, to compare with
 * @param quotes the prices it rests on
 * @param oldestQuote the earliest day from which one of them holds
 */
public record Cost(
        @Nullable MoneyRange upfront,
        @Nullable MoneyRange monthly,
        @Nullable MoneyRange total,
        boolean bought,
        @Nullable Money budget,
        int horizonMonths,
        List<String> quotes,
        @Nullable LocalDate oldestQuote) {

    /** The money that must be found: the price of a purchase, or all that a rental or an API takes over the horizon. */
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

    public @Nullable Money likelyTotal() {
        return total == null ? null : total.likely();
    }

    /** Whole months from the oldest price to a day. */
    public @Nullable Long ageInMonths(LocalDate day) {
        return oldestQuote == null ? null : ChronoUnit.MONTHS.between(oldestQuote, day);
    }
}
