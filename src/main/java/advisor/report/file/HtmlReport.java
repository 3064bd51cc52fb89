package advisor.report.file;

import advisor.advice.Advice;
import advisor.facts.unit.Source;
import advisor.text.Language;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** An advice as one HTML file that needs no other, runs nothing, and is ready to be printed. */
public final class HtmlReport {
    private static final String STYLE = ReportTemplate.resource("report.css");
    private static final ReportTemplate TEMPLATE = ReportTemplate.html();

    private HtmlReport() {}

    /** @param sources all that can be cited, by id */
    public static String of(Advice advice, Map<String, Source> sources, Language language) {
        return TEMPLATE.fill(ReportWriter.view(advice, sources, language), style(), language);
    }

    /** The style, and its hash. */
    static Map<String, String> style() {
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
