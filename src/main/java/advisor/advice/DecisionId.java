package advisor.advice;

import advisor.model.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a decision after its content. */
final class DecisionId {
    private static final int BYTES_SHOWN = 8;

    private DecisionId() {}

    static String of(Request request, String rulesSha256, String catalogSha256) {
        String content = request + "\n" + rulesSha256 + "\n" + catalogSha256;
        byte[] hash = sha256().digest(content.getBytes(StandardCharsets.UTF_8));
        return "d-" + HexFormat.of().formatHex(hash, 0, BYTES_SHOWN);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
