package advisor.report.text;

import advisor.report.words.Columns;
import advisor.text.Language;
import advisor.text.Text;
import advisor.words.Phrases;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page about one thing in the catalog: labelled values with their sources, within 100 columns. */
final class Sheet {
    private static final int WIDTH = 100;
    private static final int LABEL = 22;
    private static final String MARGIN = "  ";

    private final Language language;
    private final Phrases phrases;
    private final StringBuilder out = new StringBuilder();

    /** A sheet without a title. */
    Sheet(Language language) {
        this.language = language;
        this.phrases = new Phrases(language);
    }

    Sheet(Language language, String id, Text title) {
        this(language);
        Columns.wrap(title.in(language), WIDTH).forEach(line -> out.append(line).append('\n'));
        entry("id", id);
    }

    /** A value under a label of the phrases; left out if there is none. */
    Sheet field(String label, @Nullable Object value) {
        if (value != null) {
            entry(phrases.say("label." + label), value.toString());
        }
        return this;
    }

    Sheet choice(String label, Enum<?> value) {
        return field(label, phrases.choice(value));
    }

    /** A value with where it was read and, if they differ, the source's own words. */
    void sourced(String label, String value, String source, @Nullable String asPrinted) {
        String printed = asPrinted == null ? "" : " “" + asPrinted + "”";
        entry(label, value + "  [" + source + "]" + printed);
    }

    void note(@Nullable Text note) {
        if (note != null) {
            entry("", note.in(language));
        }
    }

    void notes(List<Text> notes) {
        notes.forEach(note -> bullet(note.in(language)));
    }

    String text() {
        return out.toString();
    }

    /** A line of a table: kept as it is. */
    void line(String label, String columns) {
        out.append(MARGIN).append(Columns.padEnd(label, LABEL)).append(columns).append('\n');
    }

    void entry(String label, String value) {
        String first = Columns.width(label) < LABEL ? Columns.padEnd(label, LABEL) : label + " ";
        List<String> lines = Columns.wrap(value, WIDTH - MARGIN.length() - Math.max(LABEL, Columns.width(first)));
        for (int i = 0; i < lines.size(); i++) {
            out.append(MARGIN)
                    .append(i == 0 ? first : " ".repeat(LABEL))
                    .append(lines.get(i))
                    .append('\n');
        }
    }

    private void bullet(String text) {
        List<String> lines = Columns.wrap(text, WIDTH - MARGIN.length() - 2);
        for (int i = 0; i < lines.size(); i++) {
            out.append(MARGIN).append(i == 0 ? "- " : "  ").append(lines.get(i)).append('\n');
        }
    }
}
