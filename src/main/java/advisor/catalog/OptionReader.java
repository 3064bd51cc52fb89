package advisor.catalog;

import advisor.catalog.yaml.Section;
import advisor.facts.machine.Accelerator;
import advisor.facts.machine.Hardware;
import advisor.facts.machine.MemoryPool;
import advisor.facts.machine.Network;
import advisor.facts.model.Precision;
import advisor.facts.offer.Build;
import advisor.facts.offer.Channel;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import advisor.facts.offer.Papers;
import advisor.facts.offer.Prices;
import advisor.facts.offer.Quote;
import advisor.facts.offer.Stock;
import advisor.facts.offer.Terms;
import advisor.facts.offer.Warranty;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Period;
import advisor.text.NearestName;
import advisor.text.Text;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one file of {@code options/}: a machine to buy or to rent. */
final class OptionReader {
    private final String prefix;
    private final Map<String, Accelerator> accelerators;
    private final Set<String> engines;
    private final Citations citations;
    private final PriceReader prices;

    /** @param prefix stands before each id */
    OptionReader(
            String prefix,
            Map<String, Accelerator> accelerators,
            Set<String> engines,
            Citations citations,
            PriceReader prices) {
        this.prefix = prefix;
        this.accelerators = accelerators;
        this.engines = engines;
        this.citations = citations;
        this.prices = prices;
    }

    DeploymentOption read(Section section) {
        DeploymentOption option = new DeploymentOption(
                prefix + section.text("id"),
                section.localised("title"),
                kind(section),
                hardware(section),
                terms(section),
                new Prices(quotes(section, "quotes"), quotes(section, "rates"), List.of()),
                papers(section),
                List.of());
        Plausible.machine(section, option.devices(), option.nodes());
        Plausible.countries(section, "countries", option.countries());
        checkPlace(section, option);
        List<Integer> sizes = Plausible.sizes(section, option.devices(), option.nodes());
        section.done();
        return option.alsoOf(sizes);
    }

    /** The law of a machine to rent is that of where it stands: nobody could tell without. */
    private static void checkPlace(Section section, DeploymentOption option) {
        if (option.kind() == OptionKind.RENTAL && option.countries().isEmpty()) {
            section.problem(
                    "countries",
                    new Text("A machine to rent must say where it stands.", "出租的机器须写明所在国。"),
                    new Text("As in countries: [US].", "例如 countries: [US]。"));
        }
    }

    private Hardware hardware(Section section) {
        return new Hardware(
                accelerator(section),
                section.integer("count"),
                section.integer("nodes"),
                section.choice("network", Network.class, Network.NONE),
                gigabytes(section.optionalNumber("host_memory_gb")),
                section.choice("memory_pool", MemoryPool.class, MemoryPool.DEVICE),
                section.choices("precisions", Precision.class),
                engines(section));
    }

    private Terms terms(Section section) {
        Section sold = section.optionalSection("sold");
        Terms terms = new Terms(
                null,
                section.choice("build", Build.class),
                section.choice("channel", Channel.class),
                section.choice("warranty", Warranty.class, Warranty.NONE),
                section.flag("warranty_assumed", false),
                section.optionalChoice("stock", Stock.class),
                new LinkedHashSet<>(section.texts("countries")),
                sold == null ? null : new Period(sold.date("from"), sold.optionalDate("to")),
                sold == null ? null : citations.read(sold, "source"));
        if (sold != null) {
            sold.optionalLocalised("note");
            sold.done();
        }
        return terms;
    }

    private Papers papers(Section section) {
        return new Papers(
                citations.documents(section),
                section.optionalText("as_printed"),
                section.localisedTexts("notes"),
                section.sections("bill_of_materials").stream().map(prices::row).toList(),
                section.sections("printed_total").stream().map(prices::row).toList());
    }

    /** What an authorised channel sells is never priced by what was asked outside of one. */
    private List<Quote> quotes(Section section, String key) {
        boolean official = "official".equals(section.optionalText("channel"));
        return section.sections(key).stream()
                .map(quote -> {
                    if (official && citations.grey(quote.optionalText("source"))) {
                        quote.problem(
                                "source",
                                new Text(
                                                "The source (%s) of a price of option (%s) tells what is asked outside "
                                                        + "authorised channels, and its channel is official.",
                                                "方案（%2$s）的渠道为 official，其价格来源（%1$s）却是非授权渠道的要价。")
                                        .with(quote.text("source"), section.text("id")),
                                new Text("Maybe channel: grey, or no price at all?", "请改 channel，或不录价格。"));
                    }
                    return prices.quote(quote);
                })
                .toList();
    }

    private static OptionKind kind(Section section) {
        OptionKind kind = section.choice("kind", OptionKind.class);
        if (kind == OptionKind.API) {
            section.problem(
                    "kind",
                    new Text("A service (%s) is no machine: its file belongs in offers/.", "服务（%s）不是机器：其文件应放在 offers/。")
                            .with(section.text("id")),
                    Text.NONE);
        } else if (kind == OptionKind.OWNED) {
            section.problem(
                    "kind",
                    new Text("A machine of one's own (%s) is no option of the catalog.", "自有机器（%s）不是目录中的方案。")
                            .with(section.text("id")),
                    new Text("Maybe --own?", "请用 --own。"));
        }
        return kind;
    }

    private Accelerator accelerator(Section section) {
        String id = section.text("accelerator");
        Accelerator accelerator = accelerators.get(id);
        if (accelerator == null && !id.isEmpty()) {
            section.problem(
                    "accelerator",
                    new Text("The accelerator (%s) of option (%s) is not in the catalog.", "方案（%2$s）的加速卡（%1$s）不在目录中。")
                            .with(id, section.text("id")),
                    NearestName.hintText(id, accelerators.keySet()));
        }
        return accelerator == null ? Accelerator.HOSTED : accelerator;
    }

    private Set<String> engines(Section section) {
        List<String> named = section.texts("engines");
        for (String name : named) {
            if (!engines.contains(name)) {
                section.problem(
                        "engines",
                        new Text("The engine (%s) is not in the catalog.", "目录中没有引擎（%s）。").with(name),
                        NearestName.hintText(name, engines));
            }
        }
        return new LinkedHashSet<>(named);
    }

    private static @Nullable Bytes gigabytes(@Nullable Double gigabytes) {
        return gigabytes == null ? null : Bytes.ofGigabytes(gigabytes);
    }
}
