package advisor.audit;

import advisor.advice.Stance;
import advisor.audit.record.Mask;
import advisor.report.screen.Columns;
import advisor.report.screen.Page;
import advisor.report.screen.Screen;
import advisor.text.Language;
import advisor.text.Text;
import advisor.words.Phrases;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;

/** What is read of records, in one screen.language(). */
final class RecordPage {
    private static final int LABEL = 14;

    private final Screen screen;
    private final Phrases phrases;
    private final Page page;

    RecordPage(Screen screen) {
        this.page = new Page(screen);
        this.screen = screen;
        this.phrases = new Phrases(screen.language());
    }

    String text() {
        return page.text();
    }

    String say(String key, Object... values) {
        return phrases.say("audit." + key, values);
    }

    String in(Text text) {
        return text.in(screen.language());
    }

    /** A text in both languages as JSON, or one that is hidden. */
    String in(JsonNode text) {
        return text.isObject()
                ? text.path(screen.language() == Language.ZH ? "zh" : "en").asText()
                : masked(text.asText());
    }

    /** What people read in the place of what a record hides. */
    String masked(String value) {
        return value.equals(Mask.MARK) ? say("masked") : value;
    }

    String stance(String id) {
        return Arrays.stream(Stance.values())
                .filter(stance -> stance.id().equals(id))
                .map(stance -> stance.title().in(screen.language()))
                .findFirst()
                .orElse(masked(id));
    }

    void blank() {
        page.block("\n");
    }

    void heading(String key, Object... values) {
        page.heading(say(key, values));
    }

    /** A value under a label. */
    void entry(String label, String value) {
        page.behind("  " + Columns.padEnd(label, LABEL - 1) + " ", value);
    }

    /** A sentence in as many lines as it takes. */
    void paragraph(String text) {
        page.line(text);
    }

    /** A text behind a mark; its further lines stand under its first. */
    void hanging(String mark, String text) {
        page.behind(mark, text);
    }
}
