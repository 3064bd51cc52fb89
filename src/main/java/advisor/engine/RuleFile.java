package advisor.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The text of one rule file, with the name it has in its folder. */
record RuleFile(String name, String text) {

    /** SHA-256 over name and text: what a compiled form is kept under. */
    String sha256() {
        MessageDigest digest = newDigest();
        update(digest);
        return HexFormat.of().formatHex(digest.digest());
    }

    void update(MessageDigest digest) {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    List<String> lines() {
        return text.lines().toList();
    }

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
