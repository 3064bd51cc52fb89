package advisor.facts;

import advisor.text.Text;

/** How what goes around the cards got into the price of a machine. */
public enum HostPrice {
    /** The price is that of a whole machine, or of a service. */
    QUOTED(new Text("the whole machine", "整机")),
    /** A price of the cards alone; the host is reckoned in by what hosts cost. */
    RECKONED(new Text("cards and a host that is reckoned in", "显卡加估算的主机")),
    /** A price of the cards alone, and nothing is known of a host: it comes on top. */
    LEFT_OUT(new Text("the cards without a host", "仅显卡，不含主机"));

    private final Text meaning;

    HostPrice(Text meaning) {
        this.meaning = meaning;
    }

    /** What the price pays for. */
    public Text meaning() {
        return meaning;
    }
}
