package advisor.facts.offer;

import advisor.text.Text;

/** Where an option is bought. */
public enum Channel {
    OFFICIAL,
    DEALER,
    USED(", used", "二手 "),
    GREY(", grey market", "非授权渠道 "),
    CLOUD,
    HOSTED;

    private final String behindEn;
    private final String beforeZh;

    Channel() {
        this("", "");
    }

    Channel(String behindEn, String beforeZh) {
        this.behindEn = behindEn;
        this.beforeZh = beforeZh;
    }

    /** The name of what is bought there, with the channel in it where a buyer wants to know it before anything else. */
    public Text named(Text name) {
        return new Text(name.en() + behindEn, beforeZh + name.zh());
    }
}
