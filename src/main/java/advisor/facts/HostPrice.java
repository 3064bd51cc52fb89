package advisor.facts;

import advisor.text.Text;

/** How what goes around the cards got into the price of a machine. */
public enum HostPrice {
    /** The price is that of a whole machine, or of a service. */
    QUOTED(new Text("with its share of the machine", "含整机分摊")),
    /** A price of the cards alone; the host is reckoned in by what hosts cost. */
    RECKONED(new Text("the card alone, its host comes on top", "仅裸卡，主机另计")),
    /** A price of the cards alone, and nothing is known of a host: it comes on top. */
    LEFT_OUT(new Text("the card alone, its host comes on top", "仅裸卡，主机另计"));

    private final Text meaning;

    HostPrice(Text meaning) {
        this.meaning = meaning;
    }

    /** What the price of a device pays for, as it is quoted. */
    public Text meaning() {
        return meaning;
    }
}
