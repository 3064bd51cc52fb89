package advisor.advice;

import advisor.facts.Ceiling;
import advisor.text.Ids;
import advisor.text.Text;

/** What the advisor says of an option, best first. */
public enum Stance {
    STRONGLY_RECOMMENDED("strongly recommended", "最推荐"),
    RECOMMENDED("recommended", "推荐"),
    ACCEPTABLE("acceptable", "一般推荐"),
    DISCOURAGED("discouraged", "不是很推荐"),
    NOT_RECOMMENDED("not recommended", "不推荐"),
    /** Something that must be known to decide is not. */
    UNDECIDED("undecided", "待定"),
    /** A blocker keeps it out. */
    REJECTED("rejected", "不可行");

    private final Text title;

    Stance(String en, String zh) {
        this.title = new Text(en, zh);
    }

    public Text title() {
        return title;
    }

    /** The name in JSON: {@code strongly-recommended}. */
    public String id() {
        return Ids.of(this);
    }

    static Stance of(Ceiling ceiling) {
        return valueOf(ceiling.name());
    }

    /** Whether the option could be carried out, however wise that is. */
    public boolean viable() {
        return compareTo(UNDECIDED) < 0;
    }

    /** Whether the advisor would put its name to it. */
    public boolean advisable() {
        return compareTo(ACCEPTABLE) <= 0;
    }
}
