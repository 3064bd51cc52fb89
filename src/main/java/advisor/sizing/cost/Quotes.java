package advisor.sizing.cost;

import advisor.facts.Request;
import advisor.facts.offer.Quote;
import advisor.facts.offer.QuoteKind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The prices of one thing that hold on a day for a buyer, as one range. */
final class Quotes {
    private final List<Quote> quotes;
    private final Function<Quote, Priced> amount;
    private final Optional<Quote> likely;

    /** @param amount what one of them comes to, in the request's currency */
    Quotes(List<Quote> quotes, Request request, Function<Quote, Priced> amount) {
        this.quotes = Quote.inForce(quotes, request.asOf(), request.jurisdiction());
        this.amount = amount;
        this.likely = firmest();
    }

    /**
     * The range of all quotes, with the likely price of the firmest kind: of several, the lower median. {@code null} if
     * there is none.
     */
    @Nullable Priced range() {
        if (quotes.isEmpty()) {
            return null;
        }
        Quote firm = likely.orElseThrow();
        Priced range = amount.apply(firm);
        for (Quote quote : quotes) {
            range = quote == firm ? range : range.widenedBy(amount.apply(quote));
        }
        return range;
    }

    /** Whether the likely price is one of a document. */
    boolean likelyFrom(String document) {
        return likely.filter(quote -> document(quote.source()).equals(document)).isPresent();
    }

    /** The source of a citation without the place in it. */
    static String document(String citation) {
        return citation.split("#", -1)[0];
    }

    List<String> sources() {
        return quotes.stream().map(Quote::source).distinct().toList();
    }

    @Nullable LocalDate oldest() {
        return quotes.stream()
                .map(quote -> quote.period().from())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Of the firmest kind; of several, the lower median. */
    Optional<Quote> likely() {
        return likely;
    }

    private Optional<Quote> firmest() {
        QuoteKind firmest =
                quotes.stream().map(Quote::kind).min(Comparator.naturalOrder()).orElse(null);
        List<Quote> firm = quotes.stream()
                .filter(quote -> quote.kind() == firmest)
                .sorted(Comparator.comparing(
                        quote -> amount.apply(quote).amount().likely()))
                .toList();
        return firm.isEmpty() ? Optional.empty() : Optional.of(firm.get((firm.size() - 1) / 2));
    }
}
