package advisor.audit;

import advisor.advice.Stance;
import advisor.model.Language;
import advisor.model.Text;
import advisor.report.Columns;
import advisor.report.Phrases;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;

/** Lines of at most 100 columns in one language. */
final class Page {
    private static final int WIDTH = 100;
    private static final int LABEL = 14;

    private final Language language;
    private final Phrases phrases;
    private final StringBuilder out = new StringBuilder();

    Page(Language language) {
        this.language = language;
        this.phrases = new Phrases(language);
    }

    String text() {
        return out.toString();
    }

    String say(String key, Object... values) {
        return phrases.say("audit." + key, values);
    }

    String in(Text text) {
        return text.in(language);
    }

    /** A text in both languages as JSON, or one that is hidden. */
    String in(JsonNode text) {
        return text.isObject()
                ? text.path(language == Language.ZH ? "zh" : "en").asText()
                : masked(text.asText());
    }

    /** What people read in the place of what a record hides. */
    String masked(String value) {
        return value.equals(Mask.MARK) ? say("masked") : value;
    }

    String stance(String id) {
        return Arrays.stream(Stance.values())
                .filter(stance -> stance.id().equals(id))
                .map(stance -> stance.title().in(language))
                .findFirst()
                .orElse(masked(id));
    }

    void blank() {
        out.append('\n');
    }

    void heading(String key, Object... values) {
        blank();
        paragraph(say(key, values));
    }

    /** A value under a label. */
    void entry(String label, String value) {
        List<String> lines = Columns.wrap(value, WIDTH - LABEL - 2);
        String first = Columns.padEnd(label, LABEL - 1) + " ";
        for (int i = 0; i < lines.size(); i++) {
            String margin = i == 0 ? first : " ".repeat(LABEL);
            out.append("  ").append(margin).append(lines.get(i)).append('\n');
        }
    }

    /** A sentence in as many lines as it takes. */
    void paragraph(String text) {
        hanging("", text);
    }

    /** A text behind a mark; its further lines stand under its first. */
    void hanging(String mark, String text) {
        int width = Columns.width(mark);
        List<String> lines = Columns.wrap(text, WIDTH - width);
        for (int i = 0; i < lines.size(); i++) {
            out.append(i == 0 ? mark : " ".repeat(width)).append(lines.get(i)).append('\n');
        }
    }

    static String points(int points) {
        return points > 0 ? "+" + points : points < 0 ? "−" + -points : "0";
    }
}
