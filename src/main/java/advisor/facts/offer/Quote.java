package advisor.facts.offer;

import advisor.facts.unit.Confidence;
import advisor.facts.unit.MoneyRange;
import advisor.facts.unit.Period;
import advisor.facts.unit.Source;
import advisor.facts.unit.Sourced;
import advisor.text.Text;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A price as a source states it for a span of time: of a whole option, or of one device for an hour.
 *
 * @param market country where it is offered; {@code null} if it is a world price
 */
public record Quote(
        MoneyRange price,
        Period period,
        QuoteKind kind,
        String source,
        @Nullable String asPrinted,
        Confidence confidence,
        @Nullable String market,
        Covers covers,
        @Nullable Text note)
        implements Sourced {
    private static final String WORLD_PRICES = "US";

    /** The same as a world price. */
    public Quote ofAnyMarket() {
        return new Quote(price, period, kind, source, asPrinted, confidence, null, covers, note);
    }

    /** The same for the cards alone. */
    public Quote ofCards() {
        return new Quote(price, period, kind, source, asPrinted, confidence, market, Covers.CARDS, note);
    }

    /** The same as if it held still. */
    public Quote openEnded() {
        return new Quote(
                price, new Period(period.from(), null), kind, source, asPrinted, confidence, market, covers, note);
    }

    /**
     * Whether it is no more than a guess for a buyer there: what is asked for cards with no word of a market is what is asked
     * in the United States.
     */
    public boolean ofCardsAbroad(@Nullable String jurisdiction) {
        return covers == Covers.CARDS
                && market == null
                && jurisdiction != null
                && !jurisdiction.equals(WORLD_PRICES)
                && !source.equals(Source.THE_REQUEST);
    }

    /** The same for more devices or fewer: a guess, where that was not asked for. */
    public Quote times(double factor) {
        return new Quote(price.times(factor), period, kind, source, asPrinted, Confidence.LOW, market, covers, note);
    }

    /**
     * The quotes that hold on a day for a buyer: those of the buyer's own market; without one, world prices. Nobody buys
     * at another country's prices.
     *
     * @param jurisdiction {@code null} if it is not known, so that every quote may hold
     */
    public static List<Quote> inForce(List<Quote> quotes, LocalDate day, @Nullable String jurisdiction) {
        List<Quote> current =
                quotes.stream().filter(quote -> quote.period.contains(day)).toList();
        if (jurisdiction == null) {
            return current;
        }
        List<Quote> own = current.stream()
                .filter(quote -> jurisdiction.equals(quote.market))
                .toList();
        return own.isEmpty()
                ? current.stream().filter(quote -> quote.market == null).toList()
                : own;
    }
}
