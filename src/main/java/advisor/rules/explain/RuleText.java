package advisor.rules.explain;

import advisor.rules.text.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the parts of a rule in its text, one after the other. */
final class RuleText {
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
        lines.subList(line - 1, lastLine).stream()
                .filter(text -> text.contains(":"))
                .map(Token::of)
                .forEach(this::readPaths);
    }

    /** Of what is written as a variable, a colon and a path. */
    private void readPaths(List<Token> tokens) {
        for (int i = 2; i < tokens.size(); i++) {
            boolean bound = tokens.get(i - 1).text().equals(":")
                    && tokens.get(i - 2).text().startsWith("$");
            if (bound && !Character.isUpperCase(tokens.get(i).text().charAt(0))) {
                paths.putIfAbsent(tokens.get(i - 2).text(), path(tokens, i));
            }
        }
    }

    /** The names from a token on, without the arguments of a method. */
    private static String path(List<Token> tokens, int from) {
        int to = from + 1;
        while (to + 1 < tokens.size()
                && tokens.get(to).text().equals(".")
                && tokens.get(to + 1).kind() == Token.Kind.NAME) {
            to += 2;
        }
        return tokens.subList(from, to).stream().map(Token::text).collect(Collectors.joining());
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
