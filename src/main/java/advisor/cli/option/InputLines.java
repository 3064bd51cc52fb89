package advisor.cli.option;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a stream of UTF-8, none of which is held beyond a mebibyte. Lines of blanks alone are passed over. */
public final class InputLines {
    private static final int MOST_BYTES = 1 << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final InputStream in;
    private long number;
    private long bytes;

    public InputLines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /**
     * One line.
     *
     * @param number from 1
     * @param text {@code null} if it is too long or no UTF-8
     */
    public record Line(long number, @Nullable String text) {
        /** A line as it was read, without its end; the mark that some programs put before the first says nothing. */
        public static Line of(long number, byte[] bytes) {
            String text = bytes.length > MOST_BYTES ? null : decoded(bytes);
            return new Line(number, text == null || number > 1 ? text : unmarked(text));
        }

        private static String unmarked(String text) {
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        }

        /** Whether it is passed over. */
        public boolean isBlank() {
            return text != null && text.isBlank();
        }
    }

    /** Bytes read so far. */
    public long bytes() {
        return bytes;
    }

    /** The next line that is not blank; {@code null} at the end. */
    public @Nullable Line next() throws IOException {
        Line line = any();
        while (line != null && line.isBlank()) {
            line = any();
        }
        return line;
    }

    private @Nullable Line any() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = in.read()) {
            bytes++;
            if (line.size() <= MOST_BYTES) {
                line.write(next);
            }
        }
        bytes++;
        number++;
        return Line.of(number, line.toByteArray());
    }

    private static @Nullable String decoded(byte[] line) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
