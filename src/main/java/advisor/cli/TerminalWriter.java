package advisor.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets no text tell a terminal what to do: names in catalogs, models and records come from others. Of what controls it,
 * line ends, tabs and the colours that the program uses pass; all else is shown as a character that is not known.
 */
final class TerminalWriter extends FilterWriter {
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[(?:[0-4]|2[1-4]|3[1-79])m");
    private static final String LINE_END = "\r\n";
    private static final char UNKNOWN = '\ufffd';

    TerminalWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int character) throws IOException {
        out.write(controls((char) character) ? UNKNOWN : character);
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        write(new String(text, from, length), 0, length);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        int end = from + length;
        int written = from;
        for (int i = from; i < end; i++) {
            if (controls(text.charAt(i)) && !text.startsWith(LINE_END, i)) {
                out.write(text, written, i - written);
                written = passed(text, i, end);
                i = written - 1;
            }
        }
        out.write(text, written, end - written);
    }

    /** Writes what may stand where a character is that controls, and returns where the text goes on. */
    private int passed(String text, int at, int end) throws IOException {
        Matcher colour = COLOUR.matcher(text).region(at, end);
        if (colour.lookingAt()) {
            out.write(text, at, colour.end() - at);
            return colour.end();
        }
        out.write(UNKNOWN);
        return at + 1;
    }

    /** Whether a terminal acts on a character, or shows others elsewhere for it. */
    private static boolean controls(char character) {
        return Character.isISOControl(character)
                ? character != '\n' && character != '\t'
                : character >= '\u202a' && character <= '\u202e' || character >= '\u2066' && character <= '\u2069';
    }
}
