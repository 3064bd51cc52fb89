package advisor.report.text;

import advisor.report.screen.Columns;
import advisor.report.screen.Screen;
import advisor.text.Text;
import advisor.words.Phrases;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page about one thing in the catalog: labelled values with their sources, in lines that are not wider than
 * the screen. */
final class Sheet {
    private static final int LABEL = 22;
    private static final String MARGIN = "  ";

    private final Screen screen;
    private final Phrases phrases;
    private final StringBuilder out = new StringBuilder();

    /** A sheet without a title. */
    Sheet(Screen screen) {
        this.screen = screen;
        this.phrases = new Phrases(screen.language());
    }

    Sheet(Screen screen, String id, Text title) {
        this(screen);
        Columns.wrap(title.in(screen.language()), screen.columns())
                .forEach(line -> out.append(line).append('\n'));
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
            entry("", note.in(screen.language()));
        }
    }

    void notes(List<Text> notes) {
        notes.forEach(note -> bullet(note.in(screen.language())));
    }

    String text() {
        return out.toString();
    }

    /** How wide a value may be. */
    static int room(Screen screen) {
        return screen.columns() - MARGIN.length() - LABEL;
    }

    /** A line of a table: the figures are kept as they are, the remark behind them goes on under itself. */
    void line(String label, String figures, String remark) {
        String before = MARGIN + Columns.padEnd(label, LABEL) + figures + (remark.isEmpty() ? "" : "  ");
        int margin = Columns.width(before);
        List<String> lines = Columns.wrap(remark, screen.columns() - margin);
        out.append(before).append(String.join("\n" + " ".repeat(margin), lines)).append('\n');
    }

    void entry(String label, String value) {
        String first = Columns.width(label) < LABEL ? Columns.padEnd(label, LABEL) : label + " ";
        List<String> lines =
                Columns.wrap(value, screen.columns() - MARGIN.length() - Math.max(LABEL, Columns.width(first)));
        for (int i = 0; i < lines.size(); i++) {
            out.append(MARGIN)
                    .append(i == 0 ? first : " ".repeat(LABEL))
                    .append(lines.get(i))
                    .append('\n');
        }
    }

    private void bullet(String text) {
        List<String> lines = Columns.wrap(text, screen.columns() - MARGIN.length() - 2);
        for (int i = 0; i < lines.size(); i++) {
            out.append(MARGIN).append(i == 0 ? "- " : "  ").append(lines.get(i)).append('\n');
        }
    }
}
