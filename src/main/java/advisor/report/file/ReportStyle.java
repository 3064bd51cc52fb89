package advisor.report.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** How files for a browser look, on a screen and on paper. */
final class ReportStyle {
    private static final String STYLE = ReportTemplate.resource("report.css");

    private ReportStyle() {}

    /** The style and its hash, as templates name them. */
    static Map<String, String> named() {
        return Map.of("style", STYLE, "styleSha256", sha256(STYLE));
    }

    /** As a content security policy names it. */
    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
