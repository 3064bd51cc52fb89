package advisor.rules.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The constraints of a rule as they stand between the commas of its patterns. */
public final class Segments {
    private static final Pattern PATTERN = Pattern.compile("\\b([A-Z]\\w*)\\s*\\(");

    private Segments() {}

    /**
     * One constraint.
     *
     * @param from offset of its first character in the file's text
     * @param to offset behind its last
     */
    public record Segment(String text, int from, int to) {}

    /** The constraints in some lines of a file, from {@code when} to {@code then}. */
    public static List<Segment> of(RuleFile file, RuleFile.Span span) {
        String text = String.join("\n", file.lines());
        String code = DrlCode.of(text).code();
        int from = offset(file, span.first());
        int when = code.indexOf("\nwhen", from);
        int then = code.indexOf("\nthen", Math.max(from, when));
        if (when < 0 || then < 0 || when > offset(file, span.last())) {
            return List.of();
        }
        List<Segment> segments = new ArrayList<>();
        int open = code.indexOf('(', when);
        while (open >= 0 && open < then) {
            int close = close(code, open);
            split(text, code, open + 1, Math.min(close, then), segments);
            open = code.indexOf('(', close);
        }
        return segments;
    }

    /** The type of the first pattern in some lines that holds a text; none if it names no fact. */
    public static Optional<Class<?>> typeOf(RuleFile file, RuleFile.Span span, String text) {
        String code = DrlCode.of(String.join("\n", file.lines())).code();
        int at = code.indexOf(text, offset(file, span.first()));
        Matcher pattern = PATTERN.matcher(code);
        Optional<Class<?>> type = Optional.empty();
        while (at >= 0 && pattern.find() && pattern.start() < at) {
            if (close(code, pattern.end() - 1) > at) {
                type = FactTypes.named(pattern.group(1));
            }
        }
        return type;
    }

    private static void split(String text, String code, int from, int to, List<Segment> segments) {
        int depth = 0;
        int start = from;
        for (int i = from; i <= to; i++) {
            char character = i == to ? ',' : code.charAt(i);
            depth += character == '(' ? 1 : character == ')' ? -1 : 0;
            if (character == ',' && depth == 0 || i == to) {
                add(text, start, i, segments);
                start = i + 1;
            }
        }
    }

    private static void add(String text, int from, int to, List<Segment> segments) {
        String segment = text.substring(from, Math.max(from, to));
        if (!segment.isBlank()) {
            int first = from + segment.indexOf(segment.strip().charAt(0));
            segments.add(
                    new Segment(segment.strip(), first, first + segment.strip().length()));
        }
    }

    /** Where the bracket that opens at an offset closes. */
    private static int close(String code, int open) {
        int depth = 0;
        for (int i = open; i < code.length(); i++) {
            depth += code.charAt(i) == '(' ? 1 : code.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return code.length();
    }

    /** The offset of a line's first character. */
    private static int offset(RuleFile file, int line) {
        return file.lines().subList(0, Math.min(line, file.lines().size()) - 1).stream()
                .mapToInt(text -> text.length() + 1)
                .sum();
    }
}
