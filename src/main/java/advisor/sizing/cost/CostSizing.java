package advisor.sizing.cost;

import advisor.facts.Cost;
import advisor.facts.CostCurve;
import advisor.facts.Lens;
import advisor.facts.Request;
import advisor.facts.TokenCost;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Money;
import advisor.facts.unit.MoneyRange;
import advisor.facts.unit.Parameter;
import advisor.facts.unit.Parameters;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an option costs over the request's horizon. Its bill is the same in every number format; the speed in a format
 * says how many of the option the load takes.
 */
public final class CostSizing {
    private static final double MILLION = 1e6;

    private final Request request;
    private final DeploymentOption option;
    private final Assumptions billed;
    private final Bill bill;

    public CostSizing(Request request, DeploymentOption option, Parameters parameters, Outlook outlook) {
        this.request = request;
        this.option = option;
        this.billed = new Assumptions(parameters);
        this.bill = bill(outlook.prices());
    }

    private Bill bill(Outlook.Prices prices) {
        Exchange exchange = new Exchange(request.currency(), billed);
        return switch (option.kind()) {
            case PURCHASE -> new PurchaseCost(request, option, billed, exchange, prices).bill();
            case RENTAL -> new RentalCost(request, option, billed, exchange, prices).bill();
            case API -> new ApiCost(request, option, new TokenLoad(request, billed), billed, exchange, prices).bill();
        };
    }

    /** @param filled output tokens a second of the option at full load; {@code null} if that is not known */
    public Cost of(Function<FullLoad, @Nullable Interval> filled) {
        Assumptions assumptions = billed.copy();
        TokenLoad load = new TokenLoad(request, assumptions);
        return option.kind() == OptionKind.API ? service(load, assumptions) : machine(load, assumptions, filled);
    }

    private Cost machine(TokenLoad load, Assumptions assumptions, Function<FullLoad, @Nullable Interval> filled) {
        Interval fullLoad = filled.apply(FullLoad.of(option, request, load, assumptions));
        CostCurve curve = curve(load, fullLoad);
        return cost(tokens(load, fullLoad, curve), curve, assumptions.used());
    }

    private @Nullable CostCurve curve(TokenLoad load, @Nullable Interval fullLoad) {
        CostLines.Sums sums = bill.sums();
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
                bill.replacement(),
                bill.lifeMonths(),
                zero,
                zero,
                fullLoad == null ? null : Math.max(1, load.capacity(fullLoad.likely())),
                request.horizonMonths());
    }

    /**
     * The sums stay those of one option; only here are they multiplied by how many the load takes. The founding
     * documents price one of each.
     */
    private TokenCost tokens(TokenLoad load, @Nullable Interval fullLoad, @Nullable CostCurve curve) {
        double perMonth = load.outputTokensPerMonth();
        MoneyRange total = bill.sums().total();
        if (curve == null || total == null || fullLoad == null) {
            return new TokenCost(perMonth, null, 1, null, fullLoad, null);
        }
        long replicas = curve.replicas(Math.round(perMonth));
        double millions = perMonth / MILLION * request.horizonMonths();
        return new TokenCost(
                perMonth,
                replicas,
                request.lens() == Lens.FOUNDING ? 1 : replicas,
                total.times(replicas / millions),
                fullLoad,
                perMillionAt(fullLoad, total, bill.paidHours() * request.horizonMonths()));
    }

    /** The dearest million is that of the slowest machine. */
    private static MoneyRange perMillionAt(Interval tokensPerSecond, MoneyRange total, double hours) {
        Interval millions = tokensPerSecond.times(hours * TokenLoad.SECONDS_PER_HOUR / MILLION);
        return total.times(new Interval(1 / millions.high(), 1 / millions.likely(), 1 / millions.low()));
    }

    private Cost service(TokenLoad load, Assumptions assumptions) {
        double tokensPerMonth = load.outputTokensPerMonth();
        MoneyRange monthly = bill.sums().monthly();
        if (monthly == null) {
            return cost(new TokenCost(tokensPerMonth, null, 1, null, null, null), null, List.of());
        }
        MoneyRange perMillion = monthly.times(MILLION / tokensPerMonth);
        CostCurve curve = CostCurve.service(perMillion.likely(), request.horizonMonths());
        TokenCost tokens = new TokenCost(tokensPerMonth, 1L, 1, perMillion, null, perMillion);
        return cost(tokens, curve, assumptions.used());
    }

    private Cost cost(TokenCost tokens, @Nullable CostCurve curve, List<Parameter> assumptions) {
        CostLines.Sums sums = bill.sums();
        boolean bought = option.purchased();
        return new Cost(
                !bought && sums.total() == null ? null : sums.upfront(),
                sums.monthly(),
                sums.total(),
                bought,
                request.budget(),
                request.horizonMonths(),
                bill.sources(),
                bill.oldest(),
                bill.lines(),
                tokens,
                curve,
                assumptions);
    }
}
