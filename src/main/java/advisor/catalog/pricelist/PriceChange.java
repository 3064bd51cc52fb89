package advisor.catalog.pricelist;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a list says of one model of one provider, beside what the catalog says.
 *
 * @param serves what really answers; {@code null} if nothing is said
 * @param old prices that hold on the day; {@code null} if there are none
 * @param now prices of the list; {@code null} if it has none
 * @param from the day from which on those of the list hold
 * @param doubtful whether the list may hold another currency than it says
 */
public record PriceChange(
        State state,
        String provider,
        String model,
        @Nullable String serves,
        @Nullable TokenPrices old,
        @Nullable TokenPrices now,
        LocalDate from,
        boolean doubtful)
        implements Comparable<PriceChange> {

    /** How the list stands to the catalog. */
    public enum State {
        CHANGED,
        NEW,
        GONE,
        SAME,
        /** The catalog has another price of the same day. */
        CONFLICT,
        /** The catalog has it in another currency, and the list does not say which it means. */
        OTHER_CURRENCY;

        boolean isWritten() {
            return this == CHANGED || this == NEW;
        }
    }

    private static final Comparator<PriceChange> ORDER = Comparator.comparing(PriceChange::provider)
            .thenComparing(PriceChange::model)
            .thenComparing(change -> change.serves == null ? "" : change.serves)
            .thenComparing(PriceChange::state)
            .thenComparing(PriceChange::from);

    @Override
    public int compareTo(PriceChange other) {
        return ORDER.compare(this, other);
    }
}
