package advisor.facts.offer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is asked for an option.
 *
 * @param quotes of the whole
 * @param rates of one device for an hour
 * @param offers of hosted models
 */
public record Prices(List<Quote> quotes, List<Quote> rates, List<ApiOffer> offers) {
    /** Nobody names any. */
    public static final Prices NONE = new Prices(List.of(), List.of(), List.of());

    /** Of the whole alone. */
    public static Prices of(List<Quote> quotes) {
        return new Prices(quotes, List.of(), List.of());
    }

    /** Of so much of the whole: rates are of one device anyhow. */
    Prices times(double factor) {
        return new Prices(quotes.stream().map(quote -> quote.times(factor)).toList(), rates, offers);
    }

    Prices with(List<ApiOffer> others) {
        return new Prices(quotes, rates, others);
    }

    /** Where the offers are known to be operated. */
    Set<String> operatedIn() {
        return offers.stream()
                .flatMap(offer -> offer.countries().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
