package advisor.catalog.pricelist;

import advisor.catalog.pricelist.PriceChange.State;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What a list of token prices would change in a catalog.
 *
 * @param changes by provider and model
 * @param unknownProviders how many prices of each there are
 * @param unknownModels by provider, as the list calls them
 * @param free what is listed at no price, by provider
 * @param ambiguous names by provider that stand for one model at several prices
 */
public record PriceDiff(
        PriceListFormat format,
        LocalDate day,
        List<PriceChange> changes,
        SortedMap<String, Integer> unknownProviders,
        SortedMap<String, SortedSet<String>> unknownModels,
        SortedMap<String, SortedSet<String>> free,
        SortedMap<String, SortedSet<String>> ambiguous) {

    public List<PriceChange> in(State state) {
        return changes.stream().filter(change -> change.state() == state).toList();
    }

    /** What would be written. */
    public List<PriceChange> written() {
        return changes.stream().filter(change -> change.state().isWritten()).toList();
    }
}
