package advisor.advice.change;

import advisor.advice.Overrides;
import advisor.advice.change.Counterfactual.Change;
import advisor.catalog.Catalog;
import advisor.facts.Request;
import advisor.facts.machine.Accelerator;
import advisor.facts.offer.Covers;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.Quote;
import advisor.facts.offer.QuoteKind;
import advisor.facts.offer.Warranty;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Confidence;
import advisor.facts.unit.Money;
import advisor.facts.unit.MoneyRange;
import advisor.facts.unit.Parameters;
import advisor.facts.unit.Period;
import advisor.request.amount.Amount;
import advisor.sizing.cost.Asked;
import advisor.text.Ids;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A catalog in which a seller offers one option otherwise. A price takes the place of all that hold for the buyer on
 * that day, firm, with date and source of the likely one of them; memory is that of the device, in every option built of it.
 */
final class Offer {
    private static final String UNSOURCED = "advisor-judgement";

    private final Catalog catalog;
    private final String option;
    private final Request request;

    Offer(Catalog catalog, String option, Request request) {
        this.catalog = catalog;
        this.option = option;
        this.request = request;
    }

    Catalog with(Change change) {
        DeploymentOption present = catalog.option(option);
        return switch (change.field()) {
            case "price" -> catalog.with(present.withPrices(priced(present.quotes(), change), present.rates()));
            case "device-hour" -> catalog.with(present.withPrices(present.quotes(), priced(present.rates(), change)));
            case "warranty" -> catalog.with(present.withWarranty(warranty(change.to())));
            case "memory-gb" -> catalog.with(device(present.accelerator(), change.to()));
            default -> throw new IllegalArgumentException("The field (%s) is none of an offer.".formatted(change));
        };
    }

    private static Warranty warranty(String id) {
        return Arrays.stream(Warranty.values())
                .filter(warranty -> Ids.of(warranty).equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Accelerator device(Accelerator device, String gigabytes) {
        return device.withMemory(Bytes.ofGigabytes(Double.parseDouble(gigabytes)));
    }

    private List<Quote> priced(List<Quote> quotes, Change change) {
        List<Quote> replaced = Quote.inForce(quotes, request.asOf(), request.jurisdiction());
        List<Quote> kept = new ArrayList<>(quotes);
        kept.removeAll(replaced);
        Money price = Amount.parse(change.to()).orElseThrow().money();
        kept.add(quote(MoneyRange.exactly(price), likely(quotes).orElse(null)));
        return kept;
    }

    private Optional<Quote> likely(List<Quote> quotes) {
        Parameters parameters = Parameters.of(new Overrides(catalog, request).parameters());
        return new Asked(quotes, request, parameters).likely();
    }

    /** A price of the whole, whatever the other pays for: a host that is reckoned in is in it. */
    private Quote quote(MoneyRange price, @Nullable Quote like) {
        if (like == null) {
            Period fromNow = new Period(request.asOf(), null);
            return new Quote(
                    price, fromNow, QuoteKind.QUOTE, UNSOURCED, null, Confidence.LOW, null, Covers.MACHINE, null);
        }
        return new Quote(
                price,
                like.period(),
                like.kind(),
                like.source(),
                null,
                like.confidence(),
                like.market(),
                Covers.MACHINE,
                like.note());
    }
}
