package advisor.sizing;

import advisor.model.Quote;
import advisor.model.QuoteKind;
import advisor.model.Request;
import advisor.model.Text;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The prices of one thing that hold on a day for a buyer, as one range. */
final class Quotes {
    private final Text name;
    private final List<Quote> quotes;
    private final Exchange exchange;

    /** @param name what the prices are called in a formula */
    Quotes(Text name, List<Quote> quotes, Request request, Exchange exchange) {
        List<Quote> inForce = quotes.stream()
                .filter(quote -> quote.period().contains(request.asOf()))
                .toList();
        this.quotes = ofMarket(inForce, request.jurisdiction());
        this.name = name;
        this.exchange = exchange;
    }

    /** The quotes of the buyer's own market; without one, world prices. Nobody buys at another country's prices. */
    private static List<Quote> ofMarket(List<Quote> quotes, @Nullable String jurisdiction) {
        if (jurisdiction == null) {
            return quotes;
        }
        List<Quote> own = quotes.stream()
                .filter(quote -> jurisdiction.equals(quote.market()))
                .toList();
        return own.isEmpty()
                ? quotes.stream().filter(quote -> quote.market() == null).toList()
                : own;
    }

    /**
     * The range of all quotes, with the likely price of the firmest kind: of several, the lower median. {@code null} if
     * there is none.
     */
    @Nullable Priced range() {
        if (quotes.isEmpty()) {
            return null;
        }
        Quote likely = likely();
        Priced range = priced(likely);
        for (Quote quote : quotes) {
            range = quote.equals(likely) ? range : range.widenedBy(priced(quote));
        }
        return range;
    }

    /** Whether the likely price is one of a document. */
    boolean likelyFrom(String document) {
        return !quotes.isEmpty() && document(likely().source()).equals(document);
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

    private Quote likely() {
        QuoteKind firmest =
                quotes.stream().map(Quote::kind).min(Comparator.naturalOrder()).orElseThrow();
        List<Quote> firm = quotes.stream()
                .filter(quote -> quote.kind() == firmest)
                .sorted(Comparator.comparing(quote -> priced(quote).amount().likely()))
                .toList();
        return firm.get((firm.size() - 1) / 2);
    }

    private Priced priced(Quote quote) {
        return exchange.convert(Priced.of(name, quote.price(), quote));
    }
}
