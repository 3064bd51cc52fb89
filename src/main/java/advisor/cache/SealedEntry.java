package advisor.cache;

import advisor.text.Fingerprint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** An entry as it lies in a file: its key, the SHA-256 of what follows, and the content compressed. */
final class SealedEntry {
    /** No entry is larger once it is unpacked. */
    private static final int MAX_BYTES = 64 << 20;

    private static final int HASH_BYTES = 32;

    private SealedEntry() {}

    static byte[] seal(CacheKey key, byte[] content) {
        byte[] packed = deflated(content);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(header(key));
        file.writeBytes(Fingerprint.digest(packed, 0));
        file.writeBytes(packed);
        return file.toByteArray();
    }

    /** The content; {@code null} if the file is damaged or holds something else. */
    static byte @Nullable [] open(CacheKey key, byte[] file) {
        byte[] header = header(key);
        int packed = header.length + HASH_BYTES;
        boolean sound = file.length > packed
                && Arrays.equals(header, 0, header.length, file, 0, header.length)
                && Arrays.equals(Fingerprint.digest(file, packed), Arrays.copyOfRange(file, header.length, packed));
        return sound ? inflated(file, packed) : null;
    }

    private static byte[] header(CacheKey key) {
        return (key.fileName() + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] deflated(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (OutputStream out = new DeflaterOutputStream(packed, deflater)) {
            out.write(content);
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory cannot fail to be written.", e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    private static byte @Nullable [] inflated(byte[] file, int from) {
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(file, from, file.length - from))) {
            byte[] content = in.readNBytes(MAX_BYTES + 1);
            return content.length > MAX_BYTES ? null : content;
        } catch (IOException e) {
            return null;
        }
    }
}
