package advisor.advice.hole;

import advisor.catalog.Catalog;
import advisor.facts.Request;
import advisor.facts.offer.ApiOffer;
import advisor.facts.offer.Channel;
import advisor.facts.offer.Covers;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import advisor.facts.offer.Quote;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Confidence;
import advisor.facts.unit.Money;
import advisor.facts.unit.MoneyRange;
import advisor.facts.unit.Parameters;
import advisor.sizing.cost.Asked;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What things of a kind go for in the catalog: what costs less than all of them is not to be hoped for. */
final class Going {
    private final Catalog catalog;
    private final Request request;
    private final Parameters parameters;

    Going(Catalog catalog, Request request, Parameters parameters) {
        this.catalog = catalog;
        this.request = request;
        this.parameters = parameters;
    }

    /** The least that is asked for something as large; empty if nothing of its kind has a price. */
    Optional<Money> least(Unpriced unpriced) {
        DeploymentOption option = unpriced.option();
        return switch (unpriced.fact()) {
            case PRICE ->
                ofDevice(option).map(each -> each.times(option.devices())).or(() -> ofMemory(option, memory(option)));
            case DEVICE_HOUR -> ofDevice(option).or(() -> ofMemory(option, gigabytes(option)));
            default -> ofToken();
        };
    }

    /** What one of its devices goes for in any market, alone or with its share of a machine. */
    private Optional<Money> ofDevice(DeploymentOption option) {
        return Stream.concat(catalog.options().values().stream(), catalog.parts().values().stream())
                .filter(like -> like.kind() == option.kind())
                .filter(like -> like.accelerator().equals(option.accelerator()))
                .flatMap(like -> like.purchased()
                        ? anywhere(like.quotes()).map(price -> price.times(1.0 / like.devices()))
                        : anywhere(like.rates()))
                .min(Comparator.naturalOrder());
    }

    private Stream<Money> anywhere(List<Quote> quotes) {
        return asked(quotes.stream().map(Quote::ofAnyMarket).toList());
    }

    /** By the gigabyte of memory of devices that are made for the same buyers. */
    private Optional<Money> ofMemory(DeploymentOption option, @Nullable Double size) {
        return size == null
                ? Optional.empty()
                : catalog.options().values().stream()
                        .filter(like -> like.kind() == option.kind())
                        .filter(like -> like.accelerator().market()
                                == option.accelerator().market())
                        .filter(like -> isUsed(like) == isUsed(option))
                        .flatMap(this::ofGigabyte)
                        .min(Comparator.naturalOrder())
                        .map(each -> each.times(size));
    }

    /** What others have worn out says nothing of what is new. */
    private static boolean isUsed(DeploymentOption option) {
        return option.channel() == Channel.USED;
    }

    private Stream<Money> ofGigabyte(DeploymentOption like) {
        boolean bought = like.purchased();
        Double size = bought ? memory(like) : gigabytes(like);
        return size == null
                ? Stream.empty()
                : asked(bought ? like.quotes() : like.rates()).map(price -> price.times(1 / size));
    }

    private Stream<Money> ofTokens(DeploymentOption service) {
        return service.offers().stream()
                .filter(offer -> offer.period().contains(request.asOf()))
                .flatMap(offer -> asked(List.of(asQuote(offer))));
    }

    private Optional<Money> ofToken() {
        return catalog.options().values().stream()
                .filter(service -> service.kind() == OptionKind.API)
                .flatMap(this::ofTokens)
                .min(Comparator.naturalOrder());
    }

    private static Quote asQuote(ApiOffer offer) {
        return new Quote(
                MoneyRange.exactly(offer.input()),
                offer.period(),
                offer.kind(),
                offer.source(),
                null,
                Confidence.LOW,
                null,
                Covers.MACHINE,
                null);
    }

    private Stream<Money> asked(List<Quote> quotes) {
        return new Asked(quotes, request, parameters).amount().stream();
    }

    private static @Nullable Double memory(DeploymentOption option) {
        Double each = gigabytes(option);
        return each == null ? null : (Double) (each * option.devices());
    }

    private static @Nullable Double gigabytes(DeploymentOption option) {
        Bytes memory = option.accelerator().memory();
        return memory == null || memory.count() == 0 ? null : (Double) memory.gigabytes();
    }
}
