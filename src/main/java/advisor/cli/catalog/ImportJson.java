package advisor.cli.catalog;

import advisor.catalog.pricelist.PriceChange;
import advisor.catalog.pricelist.PriceDiff;
import advisor.catalog.pricelist.RentalDiff;
import advisor.catalog.pricelist.TokenPrices;
import advisor.report.json.JsonReport;
import advisor.text.Ids;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** What a price list would change, as JSON, schemas {@code catalog-import/1} and {@code catalog-rentals/1}. */
final class ImportJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ImportJson() {}

    static String of(PriceDiff diff, List<String> written) {
        ObjectNode node = NODES.objectNode()
                .put("schema", "catalog-import/1")
                .put("list", diff.format().id())
                .put("day", diff.day().toString());
        diff.changes().forEach(change -> node.withArray("changes").add(change(change)));
        ObjectNode providers = node.putObject("unknown_providers");
        diff.unknownProviders().forEach(providers::put);
        node.set("unknown_models", byProvider(diff.unknownModels()));
        node.set("free", byProvider(diff.free()));
        node.set("ambiguous", byProvider(diff.ambiguous()));
        written.forEach(node.putArray("written")::add);
        return JsonReport.print(node);
    }

    static String of(RentalDiff diff) {
        ObjectNode node = NODES.objectNode().put("schema", "catalog-rentals/1");
        ObjectNode devices = node.putObject("devices");
        diff.devices().forEach((id, device) -> {
            ObjectNode one = devices.putObject(id)
                    .put("usd_per_hour_least", device.least())
                    .put("usd_per_hour_most", device.most())
                    .put("usd_per_hour_spot_least", device.leastSpot())
                    .put("prices", device.prices());
            device.rates().forEach(rate -> one.withArray("rates")
                    .addObject()
                    .put("low", rate.price().low().amount())
                    .put("high", rate.price().high().amount())
                    .put("currency", rate.price().low().currency().code())
                    .put("source", rate.source()));
        });
        ObjectNode unknown = node.putObject("unknown_devices");
        diff.unknown().forEach(unknown::put);
        return JsonReport.print(node);
    }

    private static ObjectNode change(PriceChange change) {
        ObjectNode node = NODES.objectNode()
                .put("state", Ids.of(change.state()))
                .put("provider", change.provider())
                .put("model", change.model())
                .put("serves", change.serves());
        node.set("old", prices(change.old()));
        node.set("now", prices(change.now()));
        return node.put("from", change.from().toString()).put("doubtful_currency", change.doubtful());
    }

    private static @Nullable ObjectNode prices(@Nullable TokenPrices prices) {
        return prices == null
                ? null
                : NODES.objectNode()
                        .put("input", prices.input().amount())
                        .put(
                                "cached_input",
                                prices.cached() == null ? null : prices.cached().amount())
                        .put("output", prices.output().amount())
                        .put("currency", prices.input().currency().code());
    }

    private static ObjectNode byProvider(SortedMap<String, SortedSet<String>> names) {
        ObjectNode node = NODES.objectNode();
        names.forEach((provider, models) -> models.forEach(node.putArray(provider)::add));
        return node;
    }
}
