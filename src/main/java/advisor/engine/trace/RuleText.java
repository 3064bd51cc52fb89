package advisor.engine.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the parts of a rule in its text, one after the other. */
final class RuleText {
    private static final Pattern BINDING = Pattern.compile("(\\$[\\p{L}_][\\w]*)\\s*:\\s*([\\p{Ll}_][\\w.]*)");

    private final List<String> lines;
    private final Map<String, String> paths = new HashMap<>();
    private final int lastLine;
    private int line;
    private int column;

    /** @param firstLine first line is 1 */
    RuleText(List<String> lines, int firstLine, int lastLine) {
        this.lines = lines;
        this.lastLine = Math.min(lastLine, lines.size());
        this.line = firstLine;
        skipTo("when");
        readPaths();
    }

    /** A place in a file; first line and column are 1. */
    record Place(int line, int column) {}

    /** What its variables stand for, as paths within the facts that they are bound on. */
    Map<String, String> paths() {
        return paths;
    }

    private void readPaths() {
        for (int number = line; number <= lastLine; number++) {
            Matcher matcher = BINDING.matcher(lines.get(number - 1));
            while (matcher.find()) {
                paths.putIfAbsent(matcher.group(1), matcher.group(2));
            }
        }
    }

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
