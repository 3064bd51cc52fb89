package advisor.sizing;

import advisor.model.Cost;
import advisor.model.CostCurve;
import advisor.model.CostPart.Due;
import advisor.model.DeploymentOption;
import advisor.model.Interval;
import advisor.model.Lens;
import advisor.model.Money;
import advisor.model.MoneyRange;
import advisor.model.OptionKind;
import advisor.model.Parameters;
import advisor.model.Request;
import advisor.model.TokenCost;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an option costs over the request's horizon: bought, rented or called. */
final class CostSizing {
    private static final double MILLION = 1e6;

    private final Request request;
    private final Parameters parameters;
    private final Outlook.Prices prices;

    CostSizing(Request request, Parameters parameters, Outlook outlook) {
        this.request = request;
        this.parameters = parameters;
        this.prices = outlook.prices();
    }

    /** @param filled output tokens a second of the option at full load; {@code null} if that is not known */
    Cost of(DeploymentOption option, Function<FullLoad, @Nullable Interval> filled) {
        Assumptions assumptions = new Assumptions(parameters);
        Exchange exchange = new Exchange(request.currency(), assumptions);
        TokenLoad load = new TokenLoad(request, assumptions);
        Interval fullLoad =
                option.kind() == OptionKind.API ? null : filled.apply(FullLoad.of(option, request, load, assumptions));
        Sheet sheet = new Sheet(load, assumptions, fullLoad);
        return switch (option.kind()) {
            case PURCHASE -> purchase(new PurchaseCost(request, option, assumptions, exchange, prices), sheet);
            case RENTAL -> rental(new RentalCost(request, option, assumptions, exchange, prices), sheet);
            case API -> api(new ApiCost(request, option, load, assumptions, exchange, prices), sheet);
        };
    }

    /** What every kind of cost is written with. */
    private record Sheet(TokenLoad load, Assumptions assumptions, @Nullable Interval fullLoad) {}

    /** Where the prices were read. */
    private record Origin(List<String> sources, @Nullable LocalDate oldest) {
        static Origin of(Quotes quotes) {
            return new Origin(quotes.sources(), quotes.oldest());
        }
    }

    private Cost purchase(PurchaseCost purchase, Sheet sheet) {
        CostLines lines = purchase.lines();
        Priced price = purchase.price();
        Money replacement =
                price == null ? zero() : purchase.replacement(price).amount().likely();
        CostCurve curve = machine(lines, sheet, replacement, purchase.lifeMonths());
        TokenCost tokens = tokens(lines, sheet, curve, TokenLoad.HOURS_PER_MONTH);
        return cost(lines, true, Origin.of(purchase.quotes()), tokens, curve, sheet);
    }

    private Cost rental(RentalCost rental, Sheet sheet) {
        CostLines lines = rental.lines();
        CostCurve curve = machine(lines, sheet, zero(), 0);
        TokenCost tokens = tokens(lines, sheet, curve, rental.paidHours());
        return cost(lines, false, Origin.of(rental.quotes()), tokens, curve, sheet);
    }

    private Cost api(ApiCost api, Sheet sheet) {
        double tokensPerMonth = sheet.load().outputTokensPerMonth();
        Origin origin = new Origin(api.sources(), api.oldest());
        if (!api.offered()) {
            TokenCost unknown = new TokenCost(tokensPerMonth, null, 1, null, null, null);
            return new Cost(
                    null,
                    null,
                    null,
                    false,
                    request.budget(),
                    request.horizonMonths(),
                    origin.sources(),
                    null,
                    List.of(),
                    unknown,
                    null,
                    List.of());
        }
        CostLines lines = api.lines();
        MoneyRange monthly = lines.sum(Due.MONTHLY);
        MoneyRange perMillion =
                monthly == null ? null : monthly.times(MILLION / sheet.load().outputTokensPerMonth());
        CostCurve curve = perMillion == null ? null : CostCurve.service(perMillion.likely(), request.horizonMonths());
        TokenCost tokens = new TokenCost(tokensPerMonth, 1L, 1, perMillion, null, perMillion);
        return cost(lines, false, origin, tokens, curve, sheet);
    }

    private @Nullable CostCurve machine(CostLines lines, Sheet sheet, Money replacement, int lifeMonths) {
        MoneyRange upfront = lines.sum(Due.UPFRONT);
        MoneyRange monthly = lines.sum(Due.MONTHLY);
        MoneyRange later = lines.sum(Due.LATER);
        if (upfront == null || monthly == null || later == null) {
            return null;
        }
        Interval fullLoad = sheet.fullLoad();
        return new CostCurve(
                upfront.likely(),
                monthly.likely(),
                later.likely(),
                replacement,
                lifeMonths,
                zero(),
                zero(),
                fullLoad == null ? null : Math.max(1, sheet.load().capacity(fullLoad.likely())),
                request.horizonMonths());
    }

    /**
     * The sums stay those of one option; only here are they multiplied by how many the load takes. The founding
     * documents price one of each.
     */
    private TokenCost tokens(CostLines lines, Sheet sheet, @Nullable CostCurve curve, double paidHours) {
        double perMonth = sheet.load().outputTokensPerMonth();
        MoneyRange total = lines.total();
        Interval fullLoad = sheet.fullLoad();
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
                perMillionAt(fullLoad, total, paidHours * request.horizonMonths()));
    }

    /** The dearest million is that of the slowest machine. */
    private static MoneyRange perMillionAt(Interval tokensPerSecond, MoneyRange total, double hours) {
        Interval millions = tokensPerSecond.times(hours * TokenLoad.SECONDS_PER_HOUR / MILLION);
        return total.times(new Interval(1 / millions.high(), 1 / millions.likely(), 1 / millions.low()));
    }

    private Cost cost(
            CostLines lines, boolean bought, Origin origin, TokenCost tokens, @Nullable CostCurve curve, Sheet sheet) {
        MoneyRange total = lines.total();
        boolean unpriced = !bought && total == null;
        return new Cost(
                unpriced ? null : lines.sum(Due.UPFRONT),
                lines.sum(Due.MONTHLY),
                total,
                bought,
                request.budget(),
                request.horizonMonths(),
                origin.sources(),
                origin.oldest(),
                lines.lines(),
                tokens,
                curve,
                sheet.assumptions().used());
    }

    private Money zero() {
        return Money.zero(request.currency());
    }
}
