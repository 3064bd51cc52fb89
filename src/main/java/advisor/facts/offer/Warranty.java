package advisor.facts.offer;

import advisor.text.Text;

/** Who answers for a broken part, weakest first. */
public enum Warranty {
    NONE("no warranty", "无保修"),
    DEALER("the dealer's warranty", "经销商保修"),
    MANUFACTURER("the maker's warranty", "原厂保修");

    private final Text title;

    Warranty(String en, String zh) {
        this.title = new Text(en, zh);
    }

    public Text title() {
        return title;
    }
}
