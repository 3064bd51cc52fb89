package advisor.text;

import java.util.Comparator;

/**
 * Something wrong in a file that a user wrote.
 *
 * @param file path as the user knows it
 * @param line first line is 1; 0 if the whole file is meant
 * @param column first column is 1; 0 if the whole line is meant
 * @param said what is wrong, naming thing and value
 * @param advice what to do about it; empty if nothing better can be said
 */
public record Problem(String file, int line, int column, Text said, Text advice) implements Comparable<Problem> {
    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::message);

    /** One that is told in English alone. */
    public Problem(String file, int line, int column, String message, String hint) {
        this(file, line, column, Text.same(message), Text.same(hint));
    }

    public static Problem inFile(String file, String message) {
        return inFile(file, Text.same(message));
    }

    public static Problem inFile(String file, Text message) {
        return new Problem(file, 0, 0, message, Text.NONE);
    }

    /** What is wrong, in English. */
    public String message() {
        return said.en();
    }

    /** What to do about it, in English. */
    public String hint() {
        return advice.en();
    }

    /** {@code file:line:column}, as far as it is known. */
    public String place() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }

    /** Place, what is wrong, and on a line of its own what to do about it. */
    public String in(Language language) {
        String hint = advice.in(language);
        return place() + ": " + said.in(language) + (hint.isEmpty() ? "" : System.lineSeparator() + "  " + hint);
    }

    @Override
    public String toString() {
        return in(Language.EN);
    }

    @Override
    public int compareTo(Problem other) {
        return BY_PLACE.compare(this, other);
    }
}
