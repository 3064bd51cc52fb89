package advisor.sizing;

import advisor.model.ApiOffer;
import advisor.model.CostPart;
import advisor.model.DeploymentOption;
import advisor.model.Interval;
import advisor.model.Money;
import advisor.model.MoneyRange;
import advisor.model.Request;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a hosted service takes for the tokens of a month: the cheapest offer is the likely one. */
final class ApiCost {
    private final Request request;
    private final DeploymentOption option;
    private final Outlook.Prices prices;
    private final TokenLoad load;
    private final Assumptions assumptions;
    private final Exchange exchange;
    private final List<ApiOffer> offers;

    ApiCost(
            Request request,
            DeploymentOption option,
            TokenLoad load,
            Assumptions assumptions,
            Exchange exchange,
            Outlook.Prices prices) {
        this.request = request;
        this.option = option;
        this.prices = prices;
        this.load = load;
        this.assumptions = assumptions;
        this.exchange = exchange;
        this.offers = option.offers().stream()
                .filter(offer -> offer.model().equals(request.model()))
                .filter(offer -> offer.period().contains(request.asOf()))
                .sorted(Comparator.comparing(this::month))
                .toList();
    }

    boolean offered() {
        return !offers.isEmpty();
    }

    CostLines lines() {
        CostLines lines = new CostLines(request.currency(), request.horizonMonths());
        lines.add(CostPart.INPUT_TOKENS, part(this::fresh));
        lines.add(CostPart.CACHED_TOKENS, part(this::cached));
        lines.add(CostPart.OUTPUT_TOKENS, part(offer -> MoneyRange.exactly(outputs(offer))));
        return lines;
    }

    List<String> sources() {
        return offers.stream().map(ApiOffer::source).distinct().toList();
    }

    @Nullable LocalDate oldest() {
        return offers.stream()
                .map(offer -> offer.period().from())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private MoneyRange part(Function<ApiOffer, MoneyRange> amount) {
        return prices.of(
                option,
                offers.stream().map(amount).reduce(MoneyRange::widenedBy).orElseThrow());
    }

    private Money month(ApiOffer offer) {
        return fresh(offer).likely().plus(cached(offer).likely()).plus(outputs(offer));
    }

    private Money outputs(ApiOffer offer) {
        return exchange.convert(offer.output()).times(load.outputMillionsPerMonth());
    }

    /** Input read anew. */
    private MoneyRange fresh(ApiOffer offer) {
        Money all = exchange.convert(offer.input()).times(inputMillions());
        Interval share = cachedShare(offer);
        return new MoneyRange(all.times(1 - share.high()), all.times(1 - share.likely()), all.times(1 - share.low()));
    }

    private MoneyRange cached(ApiOffer offer) {
        Money price = offer.cachedInput();
        return price == null
                ? MoneyRange.exactly(Money.zero(request.currency()))
                : MoneyRange.exactly(exchange.convert(price).times(inputMillions()))
                        .times(cachedShare(offer));
    }

    private double inputMillions() {
        return load.outputMillionsPerMonth() * request.promptTokens() / request.outputTokens();
    }

    /** An offer without a price for cached input caches nothing. */
    private Interval cachedShare(ApiOffer offer) {
        return offer.cachedInput() == null ? Interval.exactly(0) : assumptions.range("cost/cached-input-share");
    }
}
