package advisor.report.file;

import advisor.advice.Advice;
import advisor.report.file.DocumentView.Section;
import advisor.report.file.ReportView.Named;
import advisor.report.words.Answer;
import advisor.report.words.QuestionLine;
import advisor.text.AdvisorVersion;
import advisor.text.Ids;
import advisor.text.Language;
import advisor.words.Phrases;
import java.util.List;
import java.util.Locale;

/** Sections beneath the answer of an advice, as one HTML file that needs no other and runs nothing. */
final class HtmlDocument {
    private static final ReportTemplate TEMPLATE = ReportTemplate.document();

    private HtmlDocument() {}

    static String of(Advice advice, String title, List<Section> sections, Citations citations, Language language) {
        DocumentView view = new DocumentView(
                language.name().toLowerCase(Locale.ROOT),
                title,
                QuestionLine.of(advice, language),
                answer(advice, language),
                sections,
                citations.entries(),
                identity(advice, language),
                AdvisorVersion.NUMBER);
        return TEMPLATE.fill(view, ReportStyle.named(), language);
    }

    /** What an answer says, part by part; parts of which nothing is said are left out. */
    static List<ReportView.Said> answer(Advice advice, Language language) {
        Phrases phrases = new Phrases(language);
        return new Answer(advice, language)
                .parts().entrySet().stream()
                        .filter(part -> !part.getValue().isEmpty())
                        .map(part ->
                                new ReportView.Said(phrases.say("answer." + Ids.of(part.getKey())), part.getValue()))
                        .toList();
    }

    /** By which an answer is known: the decision, its day, and what it was made from. */
    static List<Named> identity(Advice advice, Language language) {
        Phrases phrases = new Phrases(language);
        return List.of(
                new Named(phrases.say("report.decision"), advice.decisionId()),
                new Named(phrases.say("report.as-of"), advice.request().asOf().toString()),
                new Named(phrases.say("report.rules"), advice.rulesSha256()),
                new Named(phrases.say("report.catalog"), advice.catalogSha256()),
                new Named(phrases.say("report.version"), AdvisorVersion.NUMBER));
    }
}
