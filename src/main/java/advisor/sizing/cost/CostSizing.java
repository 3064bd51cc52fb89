package advisor.sizing.cost;

import advisor.facts.Cost;
import advisor.facts.CostCurve;
import advisor.facts.Request;
import advisor.facts.TokenCost;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Money;
import advisor.facts.unit.MoneyRange;
import advisor.facts.unit.Parameter;
import advisor.facts.unit.Parameters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a plan costs over the request's horizon. The bill of one unit is the same in every number format; how many units
 * the load takes is not.
 */
public final class CostSizing {
    private static final double MILLION = 1e6;

    private final Request request;
    private final DeploymentOption option;
    private final Assumptions billed;
    private final UnitLoad unitLoad;
    private final Outlook.Prices prices;
    private final Map<Siting, Billed> bills = new HashMap<>();

    public CostSizing(Request request, DeploymentOption option, Parameters parameters, Outlook outlook) {
        this.request = request;
        this.option = option;
        this.billed = new Assumptions(parameters);
        this.prices = outlook.prices();
        this.unitLoad = UnitLoad.of(request, option, billed);
    }

    /**
     * What is wished of each unit.
     *
     * @param mostStreams the parameter that limits the streams of a unit; {@code null} if nothing else does
     */
    public UnitLoad unitLoad(@Nullable String mostStreams) {
        return mostStreams == null ? unitLoad : unitLoad.atMost(billed.value(mostStreams));
    }

    /** The bill of a unit, and what it assumes. */
    private record Billed(Bill bill, Assumptions assumptions) {}

    /** Of one of so many units. */
    private Billed each(int units) {
        return bills.computeIfAbsent(Siting.of(option, units), this::billed);
    }

    private Billed billed(Siting siting) {
        Assumptions own = billed.copy();
        Exchange exchange = new Exchange(request.currency(), own);
        return new Billed(
                switch (option.kind()) {
                    case PURCHASE, OWNED -> new PurchaseCost(request, option, siting, own, exchange, prices).bill();
                    case RENTAL -> new RentalCost(request, option, own, exchange, prices).bill();
                    case API -> new ApiCost(request, option, new TokenLoad(request, own), own, exchange, prices).bill();
                },
                own);
    }

    /** @param unit what each of the units carries */
    public Cost of(int units, Carried unit) {
        Billed each = each(option.kind() == OptionKind.API ? 1 : units);
        Assumptions assumptions = each.assumptions().copy();
        TokenLoad load = new TokenLoad(request, assumptions);
        return option.kind() == OptionKind.API
                ? service(each.bill(), load, assumptions)
                : machines(units, each.bill(), unit, load, assumptions);
    }

    private Cost machines(int units, Bill each, Carried unit, TokenLoad load, Assumptions assumptions) {
        Bill bill = units == 1 ? each : each.times(units);
        return cost(bill, tokens(bill, each, unit, load), curve(each, unit, load), assumptions.used());
    }

    private @Nullable CostCurve curve(Bill each, Carried unit, TokenLoad load) {
        CostLines.Sums sums = each.sums();
        MoneyRange upfront = sums.upfront();
        MoneyRange monthly = sums.monthly();
        MoneyRange later = sums.later();
        if (upfront == null || monthly == null || later == null) {
            return null;
        }
        Money zero = Money.zero(request.currency());
        return new CostCurve(
                upfront.likely(),
                monthly.likely(),
                later.likely(),
                each.replacement(),
                each.lifeMonths(),
                zero,
                zero,
                unit.streams() == 0 ? null : load.capacity(unit.streams()),
                request.horizonMonths());
    }

    private TokenCost tokens(Bill bill, Bill each, Carried unit, TokenLoad load) {
        double perMonth = load.outputTokensPerMonth();
        MoneyRange total = bill.sums().total();
        Interval fullLoad = unit.outputTokensPerSecond();
        if (total == null || fullLoad == null) {
            return new TokenCost(perMonth, null, fullLoad, null);
        }
        double millions = perMonth / MILLION * request.horizonMonths();
        MoneyRange ofOneUnit = Objects.requireNonNull(each.sums().total());
        return new TokenCost(
                perMonth,
                total.times(1 / millions),
                fullLoad,
                perMillionAt(fullLoad, ofOneUnit, bill.paidHours() * request.horizonMonths()));
    }

    /** The dearest million is that of the slowest machine. */
    private static MoneyRange perMillionAt(Interval tokensPerSecond, MoneyRange total, double hours) {
        Interval millions = tokensPerSecond.times(hours * TokenLoad.SECONDS_PER_HOUR / MILLION);
        return total.times(millions.inverse());
    }

    private Cost service(Bill ofOne, TokenLoad load, Assumptions assumptions) {
        double tokensPerMonth = load.outputTokensPerMonth();
        MoneyRange monthly = ofOne.sums().monthly();
        if (monthly == null) {
            return cost(ofOne, new TokenCost(tokensPerMonth, null, null, null), null, List.of());
        }
        MoneyRange perMillion = monthly.times(MILLION / tokensPerMonth);
        CostCurve curve = CostCurve.service(perMillion.likely(), request.horizonMonths());
        return cost(ofOne, new TokenCost(tokensPerMonth, perMillion, null, perMillion), curve, assumptions.used());
    }

    private Cost cost(Bill bill, TokenCost tokens, @Nullable CostCurve curve, List<Parameter> assumptions) {
        CostLines.Sums sums = bill.sums();
        boolean paidAtOnce = option.purchased() || option.owned();
        return new Cost(
                !paidAtOnce && sums.total() == null ? null : sums.upfront(),
                sums.monthly(),
                sums.total(),
                paidAtOnce,
                request.budget(),
                request.horizonMonths(),
                bill.sources(),
                bill.oldest(),
                bill.hostPrice(),
                bill.quoted(),
                bill.lines(),
                tokens,
                curve,
                assumptions);
    }
}
