package advisor.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files that lie in a folder, whoever put them there: no pipe that never ends, nothing that memory cannot hold. */
public final class RegularFile {
    /** Bytes; the largest text of a catalog has 0.1 MB, the largest record 7 MB. */
    public static final int MOST_BYTES = 64 << 20;

    private RegularFile() {}

    /** @throws IOException if it is no regular file, is larger than {@link #MOST_BYTES}, or cannot be read */
    public static byte[] bytes(Path file) throws IOException {
        try (InputStream in = open(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("it has %s bytes, and the most is %s".formatted(Files.size(file), MOST_BYTES));
            }
            return bytes;
        }
    }

    /**
     * The same as UTF-8 text.
     *
     * @throws CharacterCodingException if it is none
     */
    public static String text(Path file) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes(file)))
                .toString();
    }

    /** @throws IOException if it is no regular file, or cannot be opened */
    public static InputStream open(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException("it is a folder, a pipe or a device, not a file");
        }
        return Files.newInputStream(file);
    }
}
