package advisor.text;

import java.util.Comparator;

/**
 * Something wrong in a file that a user wrote.
 *
 * @param file path as the user knows it
 * @param line first line is 1; 0 if the whole file is meant
 * @param column first column is 1; 0 if the whole line is meant
 * @param message what is wrong, naming thing and value
 * @param hint what to do about it; empty if nothing better can be said
 */
public record Problem(String file, int line, int column, String message, String hint) implements Comparable<Problem> {
    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::message);

    public static Problem inFile(String file, String message) {
        return new Problem(file, 0, 0, message, "");
    }

    /** {@code file:line:column}, as far as it is known. */
    public String place() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }

    @Override
    public String toString() {
        return place() + ": " + message + (hint.isEmpty() ? "" : System.lineSeparator() + "  " + hint);
    }

    @Override
    public int compareTo(Problem other) {
        return BY_PLACE.compare(this, other);
    }
}
