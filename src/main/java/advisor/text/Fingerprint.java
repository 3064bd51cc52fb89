package advisor.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 over texts in turn, by which contents are recognised. Each text is closed, so that none runs into the next. */
public final class Fingerprint {
    private final MessageDigest digest = sha256();

    public static String of(String... texts) {
        Fingerprint fingerprint = new Fingerprint();
        for (String text : texts) {
            fingerprint.add(text);
        }
        return fingerprint.hex();
    }

    /** The plain SHA-256 of some bytes, as {@code sha256sum} prints it. */
    public static String ofBytes(byte[] bytes) {
        return HexFormat.of().formatHex(digest(bytes, 0));
    }

    /** The plain SHA-256 of bytes, from one of them on. */
    public static byte[] digest(byte[] bytes, int from) {
        MessageDigest digest = sha256();
        digest.update(bytes, from, bytes.length - from);
        return digest.digest();
    }

    public Fingerprint add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return this;
    }

    /** The 64 hexadecimal digits; the fingerprint then starts anew. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
