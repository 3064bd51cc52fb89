package advisor.advice.hole;

import advisor.advice.Hole.Fact;
import advisor.facts.Request;
import advisor.facts.machine.Accelerator;
import advisor.facts.machine.MemoryPool;
import advisor.facts.machine.Network;
import advisor.facts.model.LanguageModel;
import advisor.facts.offer.ApiOffer;
import advisor.facts.offer.Build;
import advisor.facts.offer.Channel;
import advisor.facts.offer.Covers;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import advisor.facts.offer.Quote;
import advisor.facts.offer.QuoteKind;
import advisor.facts.offer.Warranty;
import advisor.facts.unit.Confidence;
import advisor.facts.unit.Money;
import advisor.facts.unit.MoneyRange;
import advisor.facts.unit.Period;
import advisor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An option of which the price is not known. */
record Unpriced(Fact fact, DeploymentOption option, Request request) {
    private static final String UNSOURCED = "advisor-judgement";

    static Unpriced machine(DeploymentOption option, Request request) {
        return new Unpriced(option.purchased() ? Fact.PRICE : Fact.DEVICE_HOUR, option, request);
    }

    /** A service that nobody is known to offer, operated where the buyer is. */
    static Unpriced service(LanguageModel model, Request request) {
        String place = request.jurisdiction();
        Text title = new Text(
                "a hosted offer of " + model.title().en(), model.title().zh() + " 的托管服务");
        DeploymentOption option = new DeploymentOption(
                "hosted-offer",
                title,
                OptionKind.API,
                Accelerator.HOSTED,
                0,
                0,
                Build.HOSTED,
                Channel.HOSTED,
                Warranty.NONE,
                Network.NONE,
                null,
                place == null ? Set.of() : Set.of(place),
                null,
                MemoryPool.DEVICE,
                Set.of(),
                Set.of(),
                null,
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return new Unpriced(Fact.HOSTED_OFFER, option, request);
    }

    /** The option at an amount. */
    DeploymentOption at(Money amount) {
        return switch (fact) {
            case PRICE -> option.withPrices(with(option.quotes(), amount), option.rates());
            case DEVICE_HOUR -> option.withPrices(option.quotes(), with(option.rates(), amount));
            case HOSTED_OFFER -> option.withOffers(List.of(offer(amount)));
            case LICENCE, SUPPLY ->
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
        return new ApiOffer(
                request.model(), request.jurisdiction(), option.countries(), amount, null, amount, fromNow(), QuoteKind.LIST, UNSOURCED, null);
    }

    private Period fromNow() {
        return new Period(request.asOf(), null);
    }
}
