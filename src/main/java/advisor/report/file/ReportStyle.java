package advisor.report.file;

import advisor.text.Fingerprint;
import java.nio.charset.StandardCharsets;
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
        return Base64.getEncoder().encodeToString(Fingerprint.digest(text.getBytes(StandardCharsets.UTF_8), 0));
    }
}
