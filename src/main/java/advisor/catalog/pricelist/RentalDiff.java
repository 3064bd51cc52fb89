package advisor.catalog.pricelist;

import advisor.facts.offer.Quote;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a list of machines for rent says of devices, beside the rates of the catalog.
 *
 * @param devices by id
 * @param unknown devices of the list that the catalog does not know by that name, and how many prices of each there are
 */
public record RentalDiff(SortedMap<String, Device> devices, SortedMap<String, Integer> unknown) {
    /**
     * One device.
     *
     * @param least dollars a device and hour on demand
     * @param most dollars a device and hour on demand
     * @param leastSpot dollars a device and hour that may be withdrawn; {@code null} if none is listed
     * @param prices how many on demand
     * @param rates of the catalog on the day
     */
    public record Device(
            BigDecimal least, BigDecimal most, @Nullable BigDecimal leastSpot, int prices, List<Quote> rates) {}
}
