package advisor.report.text;

import advisor.advice.Verdict;
import advisor.advice.change.Changes;
import advisor.advice.change.Explanation;
import advisor.facts.Candidate;
import advisor.facts.SpeedBasis;
import advisor.facts.offer.OptionKind;
import advisor.facts.offer.ServiceSpeed;
import advisor.report.words.FormulaText;
import advisor.report.words.LoadText;
import advisor.report.words.Page;
import advisor.report.words.ProvenanceText;
import advisor.report.words.SourceNotes;
import advisor.report.words.SpeedBasisText;
import advisor.rules.explain.RuleTrace;
import advisor.text.Language;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.List;
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
    public static String of(Explanation explanation, Changes changes, Predicate<RuleTrace> shown, Language language) {
        return new ExplanationText(language).write(explanation, changes, shown);
    }

    private String write(Explanation explanation, Changes changes, Predicate<RuleTrace> shown) {
        SourceNotes notes = new SourceNotes(
                explanation.sources(), language, explanation.advice().request().asOf());
        AnswerText.of(explanation.advice(), language, Paint.PLAIN).forEach(line -> page.block(line + "\n"));
        page.block("\n");
        title(explanation, notes);
        page.block(LedgerText.of(explanation, notes, language));
        page.block(MemoryText.of(explanation, notes, language));
        speed(explanation, notes);
        page.block(PowerText.of(explanation, notes, language));
        page.block(CostText.of(explanation, notes, language));
        page.block(OpenText.of(explanation, notes, language));
        page.block(OutcomeText.of(explanation, shown, notes, language));
        page.block(ChangeText.of(changes, language));
        page.block(notes.section());
        return page.text();
    }

    private void speed(Explanation explanation, SourceNotes notes) {
        Candidate candidate = explanation.verdict().candidate();
        ServiceSpeed measured = candidate.performance().measured();
        if (measured != null) {
            page.heading(phrases.say("explain.speed"));
            page.block(MachineReport.speed(candidate, language));
            page.hanging(2, measured(measured) + " " + notes.cite(measured), 2);
        } else if (candidate.option().kind() != OptionKind.API) {
            page.heading(phrases.say("explain.speed"));
            page.block(MachineReport.speed(candidate, language));
            page.hanging(2, phrases.say("explain.speed-model"), 2);
            if (!candidate.performance().unknown()) {
                basis(explanation.speed(), notes);
            }
            new ProvenanceText(language)
                    .lines(explanation.provenances(), true)
                    .forEach(line -> page.hanging(2, line, 2));
        }
    }

    private String measured(ServiceSpeed measured) {
        Double first = measured.firstTokenSeconds();
        Wording wording = new Wording(language);
        return phrases.say(
                "explain.speed." + measured.of().id(),
                measured.date(),
                wording.number(measured.tokensPerSecond()),
                first == null ? "" : phrases.say("answer.gives.first-token", wording.number(first)));
    }

    private void basis(SpeedBasis basis, SourceNotes notes) {
        SpeedBasisText text = new SpeedBasisText(language);
        page.hanging(2, phrases.say("machine.basis") + ": " + text.unmeasured(basis), 2);
        List<String> runs = text.nearest(basis);
        for (int i = 0; i < runs.size(); i++) {
            page.hanging(
                    4, runs.get(i) + " " + notes.cite(basis.nearest().get(i).run()), 2);
        }
    }

    private void title(Explanation explanation, SourceNotes notes) {
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
        LoadText.of(explanation.advice(), new FormulaText(language, notes), language)
                .forEach(line -> page.hanging(0, line, 2));
    }
}
