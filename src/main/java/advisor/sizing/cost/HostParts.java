package advisor.sizing.cost;

import advisor.facts.HostPrice;
import advisor.facts.Lens;
import advisor.facts.Request;
import advisor.facts.machine.Accelerator;
import advisor.facts.machine.Market;
import advisor.facts.offer.Covers;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.Quote;
import advisor.facts.unit.Formula;
import advisor.facts.unit.Formula.Operand;
import advisor.text.Text;

/** What a machine takes beside its cards, where its price is that of the cards alone: hosts, and between several a network. */
final class HostParts {
    private static final Text PRICE = new Text("price", "购置价");
    private static final Text CARDS = new Text("cards", "显卡");
    private static final Text NODES = new Text("nodes", "节点数");
    private static final String HOST = "parts/host-%s";
    private static final String SERVER = "parts/server";
    private static final String LIGHT = "parts/host-1-light";
    private static final String LIGHT_CARD = "parts/light-card";

    /** Cards that blow no air themselves need a server even where they are few. */
    private static final int FEW = 2;

    private static final String NETWORK = "parts/network-node";

    private static final String ABROAD = "parts/world-price";

    private final Request request;
    private final DeploymentOption option;
    private final Assumptions assumptions;
    private final Exchange exchange;
    private final boolean known;

    /** The founding documents give prices of cards, and no host to go with them. */
    HostParts(Request request, DeploymentOption option, Assumptions assumptions, Exchange exchange) {
        this.request = request;
        this.option = option;
        this.assumptions = assumptions;
        this.exchange = exchange;
        this.known =
                request.lens() == Lens.EVIDENCE && assumptions.has(host()) && (!linked() || assumptions.has(NETWORK));
    }

    HostPrice hostPrice(Quote quote) {
        if (quote.covers() == Covers.MACHINE) {
            return HostPrice.QUOTED;
        }
        return known ? HostPrice.RECKONED : HostPrice.LEFT_OUT;
    }

    /** A price, with the host if that is known and not in it. */
    Priced priced(Quote quote) {
        Priced price = stated(quote);
        return hostPrice(quote) == HostPrice.RECKONED ? added(price) : price;
    }

    /** A price as it is quoted; one of cards that were asked for elsewhere, as it may be here. */
    Priced stated(Quote quote) {
        Priced price =
                exchange.convert(Priced.of(quote.covers() == Covers.CARDS ? CARDS : PRICE, quote.price(), quote));
        return guessed(quote) ? price.times(assumptions.operand(ABROAD)) : price;
    }

    private boolean guessed(Quote quote) {
        return request.lens() == Lens.EVIDENCE
                && quote.ofCardsAbroad(request.jurisdiction())
                && assumptions.has(ABROAD);
    }

    private Priced added(Priced cards) {
        Priced withHosts = cards.plus(ofNodes(host()));
        return linked() ? withHosts.plus(ofNodes(NETWORK)) : withHosts;
    }

    private Priced ofNodes(String parameter) {
        Priced each = exchange.parameter(parameter);
        Formula nodes = Operand.exactly(NODES, option.nodes(), "1");
        return option.nodes() == 1 ? each : each.times(nodes);
    }

    private boolean linked() {
        return option.nodes() > 1;
    }

    private String host() {
        int each = option.devices() / option.nodes();
        boolean server = each <= FEW && option.accelerator().market() == Market.DATACENTRE;
        if (server) {
            return here(SERVER);
        }
        return here(each == 1 && light(option.accelerator()) ? LIGHT : HOST.formatted(each));
    }

    /** Whether an ordinary computer feeds and cools it. */
    private boolean light(Accelerator card) {
        Double watts = card.tdpWatts();
        return watts != null && assumptions.has(LIGHT_CARD) && watts <= assumptions.value(LIGHT_CARD);
    }

    /** What it costs in this place, where that is known. */
    private String here(String parameter) {
        String ofPlace = Place.of(request.jurisdiction()).parameter(parameter);
        return assumptions.has(ofPlace) ? ofPlace : parameter;
    }
}
