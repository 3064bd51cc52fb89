package advisor.catalog.pricelist;

import advisor.catalog.Catalog;
import advisor.catalog.pricelist.NamedRows.Row;
import advisor.catalog.yaml.Problems;
import advisor.catalog.yaml.YamlNode.Scalar;
import advisor.facts.offer.Quote;
import advisor.text.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code vms.csv} of the SkyPilot catalog: machines for rent, in dollars an hour, by instance and region. */
final class RentalTable {
    private static final Set<String> REQUIRED =
            Set.of("instancetype", "acceleratorname", "acceleratorcount", "price", "spotprice", "region");

    private static final BigDecimal LEAST = new BigDecimal("0.01");
    private static final BigDecimal MOST = new BigDecimal(200);

    private final Catalog catalog;
    private final ListedNames names;
    private final Problems problems;
    private final SortedMap<String, List<BigDecimal>> onDemand = new TreeMap<>();
    private final SortedMap<String, BigDecimal> spot = new TreeMap<>();
    private final SortedMap<String, Integer> unknown = new TreeMap<>();

    RentalTable(Catalog catalog, ListedNames names, Problems problems) {
        this.catalog = catalog;
        this.names = names;
        this.problems = problems;
    }

    RentalDiff compare(NamedRows table, LocalDate day) {
        table.read(REQUIRED, problems).forEach(this::read);
        SortedMap<String, RentalDiff.Device> devices = new TreeMap<>();
        onDemand.forEach((id, prices) -> devices.put(
                id,
                new RentalDiff.Device(
                        Collections.min(prices),
                        Collections.max(prices),
                        spot.get(id),
                        prices.size(),
                        rates(id, day))));
        return new RentalDiff(devices, unknown);
    }

    private void read(Row row) {
        String name = row.text("acceleratorname");
        if (name.isEmpty()) {
            return;
        }
        String id = id(name, row.text("instancetype"));
        if (!catalog.accelerators().containsKey(id)) {
            unknown.merge(name, 1, Integer::sum);
            return;
        }
        BigDecimal count = number(row.cell("acceleratorcount"), BigDecimal.ONE);
        BigDecimal price = perDevice(row.cell("price"), count);
        if (price != null) {
            onDemand.computeIfAbsent(id, key -> new ArrayList<>()).add(price);
        }
        BigDecimal spotPrice = perDevice(row.cell("spotprice"), count);
        if (spotPrice != null) {
            spot.merge(id, spotPrice, BigDecimal::min);
        }
    }

    /** The list calls devices of several forms by one name; that of the instance tells them apart. */
    private String id(String name, String instance) {
        String form = instance.toLowerCase(Locale.ROOT).contains("sxm") ? name + " SXM" : name;
        return names.names(PriceListFormat.SKYPILOT, form)
                ? names.id(PriceListFormat.SKYPILOT, form)
                : names.id(PriceListFormat.SKYPILOT, name);
    }

    private @Nullable BigDecimal perDevice(@Nullable Scalar written, @Nullable BigDecimal count) {
        BigDecimal price = written == null ? null : number(written, BigDecimal.ZERO);
        if (written == null || price == null || count == null) {
            return null;
        }
        BigDecimal each = price.divide(count, 4, RoundingMode.HALF_UP);
        if (each.compareTo(LEAST) < 0 || each.compareTo(MOST) > 0) {
            problems.add(
                    written.at(),
                    new Text("The price (%s) of a device and hour must be %s to %s.", "每卡每小时的价格（%s）须在 %s 至 %s 之间。")
                            .with(each.toPlainString(), LEAST.toPlainString(), MOST.toPlainString()),
                    Text.NONE);
            return null;
        }
        return each;
    }

    private @Nullable BigDecimal number(@Nullable Scalar written, BigDecimal least) {
        if (written == null) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(written.text());
            if (number.compareTo(least) >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        problems.add(
                written.at(),
                new Text("The value (%s) must be a number from %s on.", "值（%s）须为不小于 %s 的数字。")
                        .with(written.text(), least.toPlainString()),
                Text.NONE);
        return null;
    }

    private List<Quote> rates(String device, LocalDate day) {
        return catalog.options().values().stream()
                .filter(option -> option.accelerator().id().equals(device))
                .flatMap(option -> option.rates().stream())
                .filter(rate -> rate.period().contains(day))
                .distinct()
                .toList();
    }
}
