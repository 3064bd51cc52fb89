package advisor.report.text;

import advisor.text.Shadow;
import advisor.words.Phrases;

/** What lies over what, a line each. */
public final class ShadowText {
    private ShadowText() {}

    /** {@code my-rules/memory.drl takes the place of rules/memory.drl; …}. */
    public static String of(Shadow shadow, Phrases phrases) {
        String said = shadow.entry().isEmpty()
                ? phrases.say("layer.file", shadow.by(), shadow.over())
                : phrases.say("layer.entry", shadow.entry(), shadow.by(), shadow.over());
        return shadow.lost().isEmpty() ? said : said + phrases.say("layer.lost", String.join(", ", shadow.lost()));
    }
}
