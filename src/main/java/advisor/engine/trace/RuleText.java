package advisor.engine.trace;

import java.util.List;

/** Finds the parts of a rule in its text, one after the other. */
final class RuleText {
    private final List<String> lines;
    private final int lastLine;
    private int line;
    private int column;

    /** @param firstLine first line is 1 */
    RuleText(List<String> lines, int firstLine, int lastLine) {
        this.lines = lines;
        this.lastLine = Math.min(lastLine, lines.size());
        this.line = firstLine;
        skipTo("when");
    }

    /** A place in a file; first line and column are 1. */
    record Place(int line, int column) {}

    private void skipTo(String keyword) {
        for (int number = line; number <= lastLine; number++) {
            if (lines.get(number - 1).strip().startsWith(keyword)) {
                line = number + 1;
                return;
            }
        }
    }

    /** Where a text stands next, or the present place if it is not written so. */
    Place next(String text) {
        int from = column;
        for (int number = line; number <= lastLine; number++) {
            int found = lines.get(number - 1).indexOf(text, from);
            if (found >= 0) {
                line = number;
                column = found;
                return new Place(number, found + 1);
            }
            from = 0;
        }
        return new Place(Math.min(line, lastLine), column + 1);
    }
}
