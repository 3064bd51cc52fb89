package advisor.request;

import advisor.catalog.Catalog;
import advisor.catalog.OfferedOptions;
import advisor.facts.Request;
import advisor.facts.machine.Accelerator;
import advisor.facts.machine.FormFactor;
import advisor.facts.machine.Hardware;
import advisor.facts.machine.Network;
import advisor.facts.offer.Build;
import advisor.facts.offer.Covers;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import advisor.facts.offer.Prices;
import advisor.facts.offer.Quote;
import advisor.facts.offer.QuoteKind;
import advisor.facts.offer.StatedOffer;
import advisor.facts.offer.StatedOffer.InFull;
import advisor.facts.offer.Terms;
import advisor.facts.offer.Warranty;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Confidence;
import advisor.facts.unit.Figure;
import advisor.facts.unit.Money;
import advisor.facts.unit.MoneyRange;
import advisor.facts.unit.Period;
import advisor.facts.unit.Source;
import advisor.text.LoadException;
import advisor.text.NearestName;
import advisor.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The machines that a request tells of, as options beside those of the catalog. */
public final class OfferOptions {
    private static final Set<FormFactor> ON_BOARDS = EnumSet.of(FormFactor.SXM, FormFactor.OAM, FormFactor.MODULE);
    private static final int BOARD = 8;
    private static final int MOST_IN_PART = 16;

    private final Catalog catalog;
    private final Request request;
    private final List<FieldFault> faults = new ArrayList<>();

    private OfferOptions(Catalog catalog, Request request) {
        this.catalog = catalog;
        this.request = request;
    }

    /**
     * The catalog with the machines in it; itself, if the request tells of none that it lacks.
     *
     * @throws BadRequestException with every fault: devices that are not known, prices of another day or currency
     */
    public static Catalog added(Catalog catalog, Request request) {
        Set<String> told = new TreeSet<>(request.offers().keySet());
        InFull offered = request.offered();
        told.addAll(offered == null ? List.of() : offered.ids());
        return catalog.options().keySet().containsAll(told) ? catalog : new OfferOptions(catalog, request).catalog();
    }

    private Catalog catalog() {
        Map<String, Accelerator> devices = new LinkedHashMap<>();
        request.offers().values().forEach(offer -> check(offer, devices));
        List<DeploymentOption> options = new ArrayList<>(inFull());
        if (!faults.isEmpty()) {
            throw BadRequestException.of(faults);
        }
        request.offers()
                .forEach((id, offer) -> options.addAll(offered(
                        id, offer, drawing(offer, devices.getOrDefault(offer.accelerator(), Accelerator.HOSTED)))));
        return catalog.offering(devices.values(), options);
    }

    private List<DeploymentOption> inFull() {
        InFull offered = request.offered();
        String field = RequestTable.OFFERS.name();
        try {
            return offered == null ? List.of() : OfferedOptions.read(catalog, field, offered.text());
        } catch (LoadException e) {
            e.texts().forEach(text -> faults.add(new FieldFault(field, text)));
            return List.of();
        }
    }

    private void check(StatedOffer offer, Map<String, Accelerator> devices) {
        Accelerator known = catalog.accelerators().get(offer.accelerator());
        DescribedDevice described = new DescribedDevice(offer, request.asOf());
        if (known == null && offer.figures().isEmpty()) {
            unknown(offer);
        } else {
            devices.put(offer.accelerator(), known == null ? described.accelerator() : described.filling(known));
            described
                    .knownBetter(known)
                    .forEach(figure -> fault(
                            offer,
                            "The catalog knows the figure (%s) that the %s says: leave it out.",
                            "目录已有该参数（%s，%s）：请勿另给。",
                            figure));
        }
        Money price = offer.price();
        if (price != null
                && !catalog.currencies(request.asOf(), request.lens())
                        .contains(price.currency().code())) {
            fault(
                    offer,
                    "The catalog has no rate of exchange for the currency (%s) of the %s.",
                    "目录中没有货币 %s（%s）的汇率。",
                    price.currency().code());
        }
        if (offer.lastDay() != null && offer.lastDay().isBefore(request.asOf())) {
            fault(
                    offer,
                    "The last day (%s) of the %s lies before the as-of date: ask again.",
                    "有效期（%s）早于评估日（%s）：须重新询价。",
                    offer.lastDay().toString());
        }
    }

    private void unknown(StatedOffer offer) {
        Text hint =
                NearestName.hintText(offer.accelerator(), catalog.accelerators().keySet());
        String line = System.lineSeparator();
        fault(
                offer,
                "The accelerator (%s) of the %s is not in the catalog." + line + hint.en() + line
                        + "Or describe it: memory 96 GB, bandwidth 4000 GB/s, bf16 148 TFLOPS, fp8 296 TFLOPS, power 400 W.",
                "目录中没有加速卡 %s（%s）。" + line + hint.zh() + line
                        + "或自行描述：显存 96 GB、带宽 4000 GB/s、bf16 148 TFLOPS、fp8 296 TFLOPS、功耗 400 W。",
                offer.accelerator());
    }

    private void fault(StatedOffer offer, String en, String zh, String value) {
        String field = field(offer).name();
        faults.add(new FieldFault(field, new Text(en.formatted(value, field), zh.formatted(value, field))));
    }

    private static RequestField<?> field(StatedOffer offer) {
        return offer.owned() ? RequestTable.OWN : RequestTable.QUOTE;
    }

    /** What is owned need not wait for its wattage: it is taken to draw as much as any that is mounted alike and made for the same buyers. */
    private Accelerator drawing(StatedOffer offer, Accelerator device) {
        Double most = offer.owned() && !device.powerKnown() ? catalog.mostWatts(device) : null;
        return most == null ? device : device.drawing(most, taken(most));
    }

    private Figure taken(double watts) {
        return new Figure(
                "tdp_w",
                Double.toString(watts),
                Source.TAKEN,
                request.asOf(),
                null,
                Confidence.LOW,
                new Text(
                        "Nothing says its own: the most of any device that is mounted alike and made for the same buyers.",
                        "自身功耗未见材料：取同形态、同类买方设备中最高者。"));
    }

    /** Modules come on boards of eight: more of them stand in several nodes, as few as share them evenly. */
    private List<DeploymentOption> offered(String id, StatedOffer offer, Accelerator device) {
        boolean board = ON_BOARDS.contains(device.formFactor()) && offer.nodes() == 1;
        int nodes = IntStream.rangeClosed(1, offer.devices())
                .filter(node -> offer.devices() % node == 0 && offer.devices() / node <= BOARD)
                .findFirst()
                .orElse(1);
        return options(id, again(id, offer), board ? offer.inNodes(nodes) : offer, device);
    }

    /** The whole; and what is owned may be used in parts of a node, each of which runs the model by itself. */
    private List<DeploymentOption> options(String id, String again, StatedOffer offer, Accelerator device) {
        int whole = offer.devices();
        int node = whole / offer.nodes();
        IntStream parts = IntStream.concat(
                IntStream.iterate(1, part -> part < node && part <= MOST_IN_PART, part -> part * 2),
                IntStream.of(node));
        return IntStream.concat(IntStream.of(whole), parts.filter(part -> offer.owned() && part < whole))
                .mapToObj(part -> option(id, again, offer, device, part))
                .toList();
    }

    private DeploymentOption option(String id, String again, StatedOffer offer, Accelerator device, int part) {
        boolean whole = part == offer.devices();
        Double host = offer.hostGigabytes();
        Build build = offer.covers() == Covers.CARDS ? Build.SELF_BUILT : Build.OEM_SYSTEM;
        Warranty warranty = offer.warranty();
        Terms terms = warranty == null
                ? Terms.of(build, offer.channel(), Warranty.NONE).warrantyUnsaid()
                : Terms.of(build, offer.channel(), warranty);
        return new DeploymentOption(
                whole ? id : StatedOffer.inParts(id, part),
                title(again, offer, device, part),
                offer.owned() ? OptionKind.OWNED : OptionKind.PURCHASE,
                Hardware.of(
                        device,
                        part,
                        whole ? offer.nodes() : 1,
                        whole && offer.nodes() > 1 ? Network.RDMA : Network.NONE,
                        host == null ? null : Bytes.ofGigabytes(host)),
                offer.owned()
                        ? terms.upTo(whole ? 1 : offer.nodes() * (offer.devices() / offer.nodes() / part))
                        : terms,
                Prices.of(prices(offer, device).stream()
                        .map(quote -> whole ? quote : quote.times((double) part / offer.devices()))
                        .toList()));
    }

    /** Which one it is of several that are told alike. */
    private static String again(String id, StatedOffer offer) {
        return id.equals(offer.id()) ? "" : " (" + id.substring(offer.id().length() + 1) + ")";
    }

    private static Text title(String again, StatedOffer offer, Accelerator device, int part) {
        if (part != offer.devices()) {
            return new Text(
                    "%s of your %s × %s"
                            .formatted(part, offer.devices(), device.title().en()),
                    "自有 %s（%s 卡中的 %s 卡）".formatted(device.title().zh(), offer.devices(), part));
        }
        return new Text(
                "%s with %s × %s%s%s"
                        .formatted(
                                offer.owned() ? "Own machine" : "Quoted machine",
                                offer.devices(),
                                device.title().en(),
                                offer.nodes() == 1 ? "" : " in " + offer.nodes() + " nodes",
                                again),
                "%s（%s × %s%s）%s"
                        .formatted(
                                offer.owned() ? "自有机器" : "报价机器",
                                offer.devices(),
                                device.title().zh(),
                                offer.nodes() == 1 ? "" : "，%s 个节点".formatted(offer.nodes()),
                                again));
    }

    /** What was quoted; of what is owned what it is said to fetch, or else what is asked for the like. */
    private List<Quote> prices(StatedOffer offer, Accelerator device) {
        Money price = offer.price();
        return price == null ? ofTheLike(offer, device) : List.of(quote(offer, price));
    }

    private Quote quote(StatedOffer offer, Money price) {
        return new Quote(
                MoneyRange.exactly(price),
                new Period(
                        request.asOf(),
                        offer.lastDay() == null ? null : offer.lastDay().plusDays(1)),
                QuoteKind.QUOTE,
                Source.THE_REQUEST,
                OfferText.write(offer),
                Confidence.HIGH,
                null,
                offer.covers(),
                null);
    }

    /**
     * In whichever country, and if nobody asks for it any more, at the last price that somebody did. What computes in its
     * host's memory as well is no like of it: most of its price is the host's.
     */
    private List<Quote> ofTheLike(StatedOffer offer, Accelerator device) {
        List<Quote> known = catalog.options().values().stream()
                .filter(option -> option.purchased() && option.accelerator().equals(device))
                .filter(option -> !option.offloadsToHost())
                .flatMap(option ->
                        option.quotes().stream().map(quote -> quote.times((double) offer.devices() / option.devices())))
                .filter(quote -> !quote.period().from().isAfter(request.asOf()))
                .map(Quote::ofAnyMarket)
                .toList();
        List<Quote> inForce = Quote.inForce(known, request.asOf(), null);
        return inForce.isEmpty()
                ? known.stream()
                        .max(Comparator.comparing(quote -> quote.period().from()))
                        .map(Quote::openEnded)
                        .stream()
                        .toList()
                : inForce;
    }
}
