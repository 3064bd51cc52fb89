package advisor.report;

import advisor.advice.Explanation;
import advisor.advice.Verdict;
import advisor.engine.trace.RuleTrace;
import advisor.model.Language;
import java.util.function.Predicate;

/** Why an option has its verdict, why it has no other, and what would change it, for a terminal of 100 columns. */
public final class ExplanationText {
    private final Language language;
    private final Phrases phrases;
    private final Page page = new Page();

    private ExplanationText(Language language) {
        this.language = language;
        this.phrases = new Phrases(language);
    }

    /** @param shown which rules that did not fire are shown, condition by condition */
    public static String of(Explanation explanation, Predicate<RuleTrace> shown, Language language) {
        return new ExplanationText(language).write(explanation, shown);
    }

    private String write(Explanation explanation, Predicate<RuleTrace> shown) {
        title(explanation);
        SourceNotes notes = new SourceNotes(explanation.sources(), language);
        page.block(LedgerText.of(explanation, notes, language));
        page.block(MemoryText.of(explanation, notes, language));
        page.block(CostText.of(explanation, notes, language));
        page.block(OpenText.of(explanation, notes, language));
        page.block(OutcomeText.of(explanation, shown, notes, language));
        page.block(ChangeText.of(explanation, language));
        page.block(notes.section());
        return page.text();
    }

    private void title(Explanation explanation) {
        Verdict verdict = explanation.verdict();
        page.line("%s (%s)"
                .formatted(
                        explanation.option().option().title().in(language),
                        verdict.candidate().id()));
        page.line(verdict.stance().title().in(language) + " · "
                + phrases.say(
                        "explain.rank",
                        explanation.option().rank(),
                        explanation.advice().verdicts().size()));
    }
}
