package advisor.report.file;

import advisor.advice.Advice;
import advisor.facts.unit.Source;
import advisor.text.Language;
import java.util.Map;

/** An advice as Markdown, with its sources as footnotes. */
public final class MarkdownReport {
    private static final ReportTemplate TEMPLATE = ReportTemplate.markdown();

    private MarkdownReport() {}

    /** @param sources all that can be cited, by id */
    public static String of(Advice advice, Map<String, Source> sources, Language language) {
        return TEMPLATE.fill(ReportWriter.view(advice, sources, language), Map.of(), language);
    }
}
