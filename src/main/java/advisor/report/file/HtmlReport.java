package advisor.report.file;

import advisor.advice.Advice;
import advisor.facts.unit.Source;
import advisor.text.Language;
import java.util.Map;

/** An advice as one HTML file that needs no other, runs nothing, and is ready to be printed. */
public final class HtmlReport {
    private static final ReportTemplate TEMPLATE = ReportTemplate.html();

    private HtmlReport() {}

    /** @param sources all that can be cited, by id */
    public static String of(Advice advice, Map<String, Source> sources, Language language) {
        return TEMPLATE.fill(ReportWriter.view(advice, sources, language), ReportStyle.named(), language);
    }
}
