package advisor.report;

import advisor.advice.Explanation;
import advisor.advice.Verdict;
import advisor.engine.trace.RuleTrace;
import advisor.model.Candidate;
import advisor.model.Language;
import advisor.model.OptionKind;
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
        page.block(LedgerText.of(explanation, language));
        memory(explanation.verdict().candidate());
        page.block(CostText.of(explanation.verdict().candidate(), language));
        page.block(OutcomeText.of(explanation, shown, language));
        page.block(ChangeText.of(explanation, language));
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

    private void memory(Candidate candidate) {
        if (candidate.option().kind() != OptionKind.API) {
            page.heading(phrases.say("explain.memory"));
            page.block(MachineReport.waterfall(candidate, language));
        }
    }
}
