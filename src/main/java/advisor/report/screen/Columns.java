package advisor.report.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jline.utils.WCWidth;

/** Measures and breaks text by terminal columns: a Chinese character takes two. */
public final class Columns {
    private Columns() {}

    public static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    private static int width(int codePoint) {
        return Math.max(0, WCWidth.wcwidth(codePoint));
    }

    public static String padEnd(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    public static String padStart(String text, int width) {
        return " ".repeat(Math.max(0, width - width(text))) + text;
    }

    /** The text cut to a width, with an ellipsis where something was cut. */
    public static String fit(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 1;
        for (int codePoint : text.codePoints().toArray()) {
            used += width(codePoint);
            if (used > width) {
                break;
            }
            kept.appendCodePoint(codePoint);
        }
        return kept.toString().stripTrailing() + "…";
    }

    /** The text in lines of at most a width, broken at spaces and beside wide characters. */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : pieces(text)) {
            if (width(line + piece.stripTrailing()) > width && !line.isEmpty()) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? piece.stripLeading() : piece);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** The same, cut after so many lines with an ellipsis, behind a whole word where there are words. */
    public static List<String> atMost(int lines, String text, int width) {
        List<String> all = wrap(text, width);
        if (all.size() <= lines) {
            return all;
        }
        String last = all.get(lines - 1);
        int word = width(last) < width ? last.length() : last.lastIndexOf(' ');
        return Stream.concat(
                        all.stream().limit(lines - 1L),
                        Stream.of(word > 0 ? last.substring(0, word) + "…" : fit(last + "…", width)))
                .toList();
    }

    /** Words with the space behind them, and single wide characters with the closing punctuation behind them. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int previous = ' ';
        for (int codePoint : text.codePoints().toArray()) {
            if (!piece.isEmpty() && canBreak(previous, codePoint)) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(codePoint);
            previous = codePoint;
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static boolean canBreak(int before, int after) {
        if (Character.isWhitespace(after)) {
            return false;
        }
        boolean besideWide = width(before) == 2 || width(after) == 2;
        return Character.isWhitespace(before) || (besideWide && !isClosing(after) && !isOpening(before));
    }

    private static boolean isClosing(int codePoint) {
        return "，。；：、！？）》」』”’…—".indexOf(codePoint) >= 0 || ",.;:!?)".indexOf(codePoint) >= 0;
    }

    private static boolean isOpening(int codePoint) {
        return "（《「『“‘(".indexOf(codePoint) >= 0;
    }
}
