package advisor.advice.survey;

import advisor.facts.Candidate;
import advisor.facts.Cost;
import advisor.facts.CostCurve;
import advisor.facts.CostPart;
import advisor.facts.unit.Money;
import advisor.facts.unit.MoneyRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What has been paid for a plan after some months. Machines are replaced as they wear
 * out; what the last ones bring comes with the last month of the horizon, whose amount is the total of the advice.
 */
public final class CostCourse {
    private static final int MOST_POINTS = 120;

    private final Candidate candidate;
    private final MoneyRange upfront;
    private final MoneyRange monthly;
    private final CostCurve curve;

    private CostCourse(Candidate candidate, MoneyRange upfront, MoneyRange monthly, CostCurve curve) {
        this.candidate = candidate;
        this.upfront = upfront;
        this.monthly = monthly;
        this.curve = curve;
    }

    /** Empty if some part of the cost is not known. */
    public static Optional<CostCourse> of(Candidate candidate) {
        Cost cost = candidate.cost();
        MoneyRange upfront = cost.upfront();
        MoneyRange monthly = cost.monthly();
        CostCurve curve = cost.curve();
        return cost.total() == null || upfront == null || monthly == null || curve == null
                ? Optional.empty()
                : Optional.of(new CostCourse(candidate, upfront, monthly, curve));
    }

    /** Every month of a horizon, or as many as a chart can show. */
    public static List<Integer> months(int horizon) {
        int step = 1 + (horizon - 1) / MOST_POINTS;
        return IntStream.concat(
                        IntStream.iterate(0, month -> month < horizon, month -> month + step), IntStream.of(horizon))
                .boxed()
                .toList();
    }

    public Candidate candidate() {
        return candidate;
    }

    /** What has been paid after each of some months, none beyond the horizon. */
    public List<MoneyRange> at(List<Integer> months) {
        return months.stream()
                .map(month -> month == cost().horizonMonths() ? spent(month).plus(sale()) : spent(month))
                .toList();
    }

    /** What has been paid after some months while nothing is sold. */
    MoneyRange spent(int months) {
        return upfront.plus(monthly.times(months)).plus(replaced(months));
    }

    /** The replacements of the whole horizon, as far as they have been made. */
    private MoneyRange replaced(int months) {
        MoneyRange all = cost().part(CostPart.REPLACEMENT);
        int most = curve.replacements(cost().horizonMonths());
        return all == null || most == 0 ? nothing() : all.times(curve.replacements(months) / (double) most);
    }

    /** What it brings in the end; negative. */
    private MoneyRange sale() {
        MoneyRange resale = cost().part(CostPart.RESALE);
        return resale == null ? nothing() : resale;
    }

    private MoneyRange nothing() {
        return MoneyRange.exactly(Money.zero(upfront.currency()));
    }

    private Cost cost() {
        return candidate.cost();
    }
}
