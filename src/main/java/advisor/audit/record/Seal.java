package advisor.audit.record;

import advisor.text.Fingerprint;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The SHA-256 that a record carries of itself: over all its bytes, with 64 zeros in the place of the SHA-256. It always
 * stands at the same place, so that no byte of a record is outside of it.
 */
public final class Seal {
    static final String KEY = "recordSha256";

    private static final String OPEN = "0".repeat(64);
    private static final int HEAD = head(RecordForm.OF_TODAY).length;

    private Seal() {}

    /** Starts a document: with its schema, an open seal, and alone in its chain. */
    static void begin(ObjectNode document) {
        document.put(RecordForm.KEY, RecordForm.OF_TODAY.schema()).put(KEY, OPEN);
        follow(document, 1, "");
    }

    /** What the bytes of a record begin with; it is equally long in every form. */
    private static byte[] head(RecordForm form) {
        return "{\n  \"%s\" : \"%s\",\n  \"%s\" : \""
                .formatted(RecordForm.KEY, form.schema(), KEY)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Gives a document its place in a chain. */
    public static void follow(ObjectNode document, long sequence, String previousSha256) {
        document.put("sequence", sequence).put("previousRecordSha256", previousSha256);
    }

    /** The document's bytes, sealed. */
    public static byte[] sealed(ObjectNode document) {
        byte[] bytes = bytes(document);
        byte[] seal = Fingerprint.ofBytes(bytes).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(seal, 0, bytes, HEAD, seal.length);
        return bytes;
    }

    private static byte[] bytes(ObjectNode document) {
        byte[] bytes = RecordForm.of(document)
                .text(RecordForm.copy(document).put(KEY, OPEN))
                .getBytes(StandardCharsets.UTF_8);
        if (!begins(bytes)) {
            throw new IllegalStateException("A record must begin with its schema and its seal.");
        }
        return bytes;
    }

    /** Whether some bytes begin as a record does. */
    static boolean begins(byte[] bytes) {
        return bytes.length > HEAD + OPEN.length()
                && Arrays.stream(RecordForm.values())
                        .anyMatch(form -> Arrays.equals(bytes, 0, HEAD, head(form), 0, HEAD));
    }

    /** The seal that some bytes carry, whether or not it fits them. */
    static String claimed(byte[] bytes) {
        return new String(bytes, HEAD, OPEN.length(), StandardCharsets.ISO_8859_1);
    }

    /** Whether a record's bytes are those that were sealed. */
    static boolean fits(byte[] bytes) {
        byte[] open = bytes.clone();
        Arrays.fill(open, HEAD, HEAD + OPEN.length(), (byte) '0');
        return Fingerprint.ofBytes(open).equals(claimed(bytes));
    }
}
