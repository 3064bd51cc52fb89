package advisor.advice.hole;

import advisor.advice.Hole.Fact;
import advisor.catalog.Catalog;
import advisor.facts.Request;
import advisor.facts.machine.Accelerator;
import advisor.facts.model.LanguageModel;
import advisor.facts.offer.ApiOffer;
import advisor.facts.offer.Covers;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.Papers;
import advisor.facts.offer.Quote;
import advisor.facts.offer.QuoteKind;
import advisor.facts.unit.Confidence;
import advisor.facts.unit.Money;
import advisor.facts.unit.MoneyRange;
import advisor.facts.unit.Period;
import advisor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An option of which the price is not known.
 *
 * @param wattsTaken power of a device that is taken for its own; {@code null} if its own is known
 */
record Unpriced(Fact fact, DeploymentOption option, Request request, @Nullable Double wattsTaken) {
    private static final String UNSOURCED = "advisor-judgement";

    /** A device whose power is not known either is taken to draw as much as any that is made for the same buyers. */
    static Unpriced machine(DeploymentOption option, Request request, Catalog catalog) {
        Accelerator device = option.accelerator();
        Double most = option.elsewhere() || device.powerKnown() ? null : catalog.mostWatts(device);
        return new Unpriced(
                option.elsewhere() ? Fact.DEVICE_HOUR : Fact.PRICE,
                most == null ? option : option.withAccelerator(device.withTdp(most)),
                request,
                most);
    }

    /** A service that nobody is known to offer, operated where the buyer is. */
    static Unpriced service(LanguageModel model, Request request) {
        Text title = new Text(
                "a hosted offer of " + model.title().en(), model.title().zh() + " 的托管服务");
        DeploymentOption option = DeploymentOption.service("hosted-offer", title, Papers.NONE, List.of());
        return new Unpriced(Fact.HOSTED_OFFER, option, request, null);
    }

    /** The option at an amount. */
    DeploymentOption at(Money amount) {
        return switch (fact) {
            case PRICE -> option.withPrices(with(option.quotes(), amount), option.rates());
            case DEVICE_HOUR -> option.withPrices(option.quotes(), with(option.rates(), amount));
            case HOSTED_OFFER -> option.withOffers(List.of(offer(amount)));
            case FIGURES, SPEED, GROUND, PLACE, ENGINE, LICENCE, SUPPLY ->
                throw new IllegalStateException("The fact (%s) must be an amount.".formatted(fact));
        };
    }

    private List<Quote> with(List<Quote> quotes, Money amount) {
        List<Quote> more = new ArrayList<>(quotes);
        more.add(new Quote(
                MoneyRange.exactly(amount),
                fromNow(),
                QuoteKind.QUOTE,
                UNSOURCED,
                null,
                Confidence.LOW,
                null,
                Covers.MACHINE,
                null));
        return more;
    }

    private ApiOffer offer(Money amount) {
        String place = request.jurisdiction();
        return new ApiOffer(
                request.model(),
                null,
                place,
                place == null ? Set.of() : Set.of(place),
                amount,
                null,
                amount,
                null,
                fromNow(),
                QuoteKind.LIST,
                UNSOURCED,
                Confidence.LOW,
                null,
                null,
                null,
                null);
    }

    private Period fromNow() {
        return new Period(request.asOf(), null);
    }
}
