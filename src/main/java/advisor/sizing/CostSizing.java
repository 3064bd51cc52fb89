package advisor.sizing;

import advisor.model.ApiOffer;
import advisor.model.Cost;
import advisor.model.Currency;
import advisor.model.DeploymentOption;
import advisor.model.Money;
import advisor.model.MoneyRange;
import advisor.model.Parameters;
import advisor.model.Period;
import advisor.model.Power;
import advisor.model.Quote;
import advisor.model.QuoteKind;
import advisor.model.Request;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an option costs over the request's horizon: bought, rented or called. */
final class CostSizing {
    private static final String DOMESTIC_TARIFF = "electricity/tariff-cn-domestic-chips";
    private static final double HOURS_PER_MONTH = 730;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double TOKENS_PER_PRICE_UNIT = 1e6;

    private final Request request;
    private final Parameters parameters;

    CostSizing(Request request, Parameters parameters) {
        this.request = request;
        this.parameters = parameters;
    }

    Cost of(DeploymentOption option, Power power) {
        return switch (option.kind()) {
            case PURCHASE -> purchase(option, power);
            case RENTAL -> rental(option);
            case API -> api(option);
        };
    }

    private Cost purchase(DeploymentOption option, Power power) {
        List<Quote> quotes = inForce(option.quotes());
        MoneyRange upfront = combined(quotes);
        MoneyRange monthly = electricity(option, power);
        return cost(upfront, monthly, total(upfront, monthly), true, quotes);
    }

    private Cost rental(DeploymentOption option) {
        List<Quote> rates = inForce(option.rates());
        MoneyRange hourly = combined(rates);
        MoneyRange monthly = hourly == null ? null : hourly.times(option.devices() * HOURS_PER_MONTH);
        MoneyRange nothing = monthly == null ? null : MoneyRange.exactly(Money.zero(request.currency()));
        return cost(nothing, monthly, total(nothing, monthly), false, rates);
    }

    private Cost api(DeploymentOption option) {
        List<ApiOffer> offers = option.offers().stream()
                .filter(offer -> offer.model().equals(request.model()) && holds(offer.period()))
                .sorted(Comparator.comparing(offer -> convert(offer.output())))
                .toList();
        if (offers.isEmpty()) {
            return new Cost(null, null, null, false, request.budget(), request.horizonMonths(), List.of(), null);
        }
        MoneyRange monthly = MoneyRange.exactly(tokens(offers.get(0)));
        for (ApiOffer offer : offers) {
            monthly = monthly.widenedBy(MoneyRange.exactly(tokens(offer)));
        }
        MoneyRange nothing = MoneyRange.exactly(Money.zero(request.currency()));
        return new Cost(
                nothing,
                monthly,
                total(nothing, monthly),
                false,
                request.budget(),
                request.horizonMonths(),
                offers.stream().map(ApiOffer::source).distinct().toList(),
                offers.stream()
                        .map(offer -> offer.period().from())
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    /** One month's tokens at the request's load, all input uncached. */
    private Money tokens(ApiOffer offer) {
        double output = outputTokensPerMonth() / TOKENS_PER_PRICE_UNIT;
        double input = output * request.promptTokens() / request.outputTokens();
        return convert(offer.output()).times(output).plus(convert(offer.input()).times(input));
    }

    private double outputTokensPerMonth() {
        Double asked = request.minTokensPerSecond();
        double speed = asked == null ? parameters.value("cost/tokens-per-second-per-stream") : asked;
        return request.streams() * speed * HOURS_PER_MONTH * SECONDS_PER_HOUR * parameters.value("cost/busy-share");
    }

    private @Nullable MoneyRange electricity(DeploymentOption option, Power power) {
        Double kilowatts = power.allInKilowatts();
        return kilowatts == null ? null : tariffPerKilowattHour(option).times(kilowatts * HOURS_PER_MONTH);
    }

    /** A tariff that only some regions grant is the low end, not the likely price. */
    private MoneyRange tariffPerKilowattHour(DeploymentOption option) {
        if ("US".equals(request.jurisdiction())) {
            return MoneyRange.exactly(convert(Money.of(parameters.value("electricity/tariff-us"), Currency.USD)));
        }
        MoneyRange usual =
                MoneyRange.exactly(convert(Money.of(parameters.value("electricity/tariff-cn"), Currency.CNY)));
        return isDomestic(option) && parameters.has(DOMESTIC_TARIFF)
                ? usual.widenedBy(
                        MoneyRange.exactly(convert(Money.of(parameters.value(DOMESTIC_TARIFF), Currency.CNY))))
                : usual;
    }

    private boolean isDomestic(DeploymentOption option) {
        String home = option.accelerator().domesticIn();
        return home != null && home.equals(request.jurisdiction());
    }

    private List<Quote> inForce(List<Quote> quotes) {
        return quotes.stream().filter(quote -> holds(quote.period())).toList();
    }

    private boolean holds(Period period) {
        return period.contains(request.asOf());
    }

    /**
     * The range of all quotes, with the likely price of the firmest kind: of several, the lower median. {@code null} if
     * there is none.
     */
    private @Nullable MoneyRange combined(List<Quote> quotes) {
        if (quotes.isEmpty()) {
            return null;
        }
        MoneyRange combined = converted(likely(quotes));
        for (Quote quote : quotes) {
            combined = combined.widenedBy(converted(quote));
        }
        return combined;
    }

    private Quote likely(List<Quote> quotes) {
        QuoteKind firmest =
                quotes.stream().map(Quote::kind).min(Comparator.naturalOrder()).orElseThrow();
        List<Quote> firm = quotes.stream()
                .filter(quote -> quote.kind() == firmest)
                .sorted(Comparator.comparing(quote -> converted(quote).likely()))
                .toList();
        return firm.get((firm.size() - 1) / 2);
    }

    private MoneyRange converted(Quote quote) {
        return quote.price().map(this::convert);
    }

    private @Nullable MoneyRange total(@Nullable MoneyRange upfront, @Nullable MoneyRange monthly) {
        if (upfront == null) {
            return null;
        }
        return monthly == null ? upfront : upfront.plus(monthly.times(request.horizonMonths()));
    }

    private Cost cost(
            @Nullable MoneyRange upfront,
            @Nullable MoneyRange monthly,
            @Nullable MoneyRange total,
            boolean bought,
            List<Quote> quotes) {
        return new Cost(
                upfront,
                monthly,
                total,
                bought,
                request.budget(),
                request.horizonMonths(),
                quotes.stream().map(Quote::source).distinct().toList(),
                quotes.stream()
                        .map(quote -> quote.period().from())
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    private Money convert(Money money) {
        if (money.currency() == request.currency()) {
            return money;
        }
        double cnyPerUsd = parameters.value("exchange/usd-cny");
        double rate = request.currency() == Currency.CNY ? cnyPerUsd : 1 / cnyPerUsd;
        return new Money(money.times(rate).amount(), request.currency());
    }
}
