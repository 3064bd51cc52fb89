package advisor.sizing.cost;

import advisor.facts.machine.Market;
import advisor.facts.offer.Covers;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Formula;
import advisor.facts.unit.Formula.Operand;
import advisor.text.Text;
import org.jspecify.annotations.Nullable;

/** What a plan that is put together of parts takes beside its cards: hosts, and between several of them a network. */
final class HostParts {
    private static final Text NODES = new Text("nodes", "节点数");
    private static final String HOST = "parts/host-%s";
    private static final String SERVER = "parts/server";

    /** Cards that blow no air themselves need a server even where they are few. */
    private static final int FEW = 2;

    private static final String NETWORK = "parts/network-node";

    private final DeploymentOption option;
    private final Assumptions assumptions;
    private final Exchange exchange;

    HostParts(DeploymentOption option, Assumptions assumptions, Exchange exchange) {
        this.option = option;
        this.assumptions = assumptions;
        this.exchange = exchange;
    }

    /** Whether a plan is put together of parts, and its prices are those of the cards alone. */
    static boolean areMissingIn(DeploymentOption option) {
        return option.composed() && option.quotes().stream().allMatch(quote -> quote.covers() == Covers.CARDS);
    }

    /** A price of cards with the rest, {@code null} if one of them has none; a price of the whole machine as it is. */
    @Nullable Priced added(Priced price) {
        if (!areMissingIn(option)) {
            return price;
        }
        boolean linked = option.nodes() > 1;
        if (!assumptions.has(host()) || linked && !assumptions.has(NETWORK)) {
            return null;
        }
        Priced withHosts = price.plus(ofNodes(host()));
        return linked ? withHosts.plus(ofNodes(NETWORK)) : withHosts;
    }

    private Priced ofNodes(String parameter) {
        Priced each = exchange.parameter(parameter);
        Formula nodes = Operand.exactly(NODES, option.nodes(), "1");
        return option.nodes() == 1 ? each : each.times(nodes);
    }

    private String host() {
        int each = option.devices() / option.nodes();
        boolean server = each <= FEW && option.accelerator().market() == Market.DATACENTRE;
        return server ? SERVER : HOST.formatted(each);
    }
}
