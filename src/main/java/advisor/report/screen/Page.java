package advisor.report.screen;

import java.util.List;

/** Text that is written from top to bottom, in lines that are not wider than the screen. */
public final class Page {
    private static final int POINTS = 6;

    private final int columns;
    private final StringBuilder out = new StringBuilder();

    public Page(Screen screen) {
        this.columns = screen.columns();
    }

    /** A section begins. */
    public Page heading(String text) {
        out.append('\n');
        return hanging("", text, 2);
    }

    /** A line of a ledger: points, and what they are given for. */
    public Page ledger(String points, String text) {
        List<String> lines = Columns.wrap(text, columns - POINTS - 2);
        for (int i = 0; i < lines.size(); i++) {
            out.append(Columns.padStart(i == 0 ? points : "", POINTS))
                    .append("  ")
                    .append(lines.get(i))
                    .append('\n');
        }
        return this;
    }

    /** What belongs to the line of a ledger above it. */
    public Page indented(String text) {
        return hanging(POINTS + 4, text, POINTS + 4);
    }

    public Page bullet(String text) {
        return hanging("  - ", text, 4);
    }

    /** A line at the margin. */
    public Page line(String text) {
        return hanging("", text, 0);
    }

    /** Wrapped text whose first line starts at one column and the others at another. */
    public Page hanging(int first, String text, int others) {
        return hanging(" ".repeat(first), text, others);
    }

    /** Wrapped text behind a mark; its further lines stand under its first. */
    public Page behind(String mark, String text) {
        return hanging(mark, text, Columns.width(mark));
    }

    private Page hanging(String first, String text, int others) {
        List<String> lines = Columns.wrap(text, columns - Math.max(Columns.width(first), others));
        for (int i = 0; i < lines.size(); i++) {
            out.append(i == 0 ? first : " ".repeat(others)).append(lines.get(i)).append('\n');
        }
        return this;
    }

    /** Lines that are laid out already, each with its end. */
    public Page block(String lines) {
        out.append(lines);
        return this;
    }

    public String text() {
        return out.toString();
    }
}
