package advisor.report.text;

import advisor.advice.Verdict;
import advisor.advice.change.Changes;
import advisor.advice.change.Explanation;
import advisor.advice.change.Judged;
import advisor.facts.Candidate;
import advisor.facts.SpeedBasis;
import advisor.facts.offer.OptionKind;
import advisor.facts.offer.ServiceSpeed;
import advisor.report.screen.Page;
import advisor.report.screen.Screen;
import advisor.report.words.FormulaText;
import advisor.report.words.LoadText;
import advisor.report.words.ProvenanceText;
import advisor.report.words.SourceNotes;
import advisor.report.words.SpeedBasisText;
import advisor.rules.explain.RuleTrace;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.List;
import java.util.function.Predicate;

/** Why an option has its verdict, why it has no other, and what would change it, for a terminal of 100 columns. */
public final class ExplanationText {
    private final Screen screen;
    private final Phrases phrases;
    private final Page page;

    private ExplanationText(Screen screen) {
        this.page = new Page(screen);
        this.screen = screen;
        this.phrases = new Phrases(screen.language());
    }

    /** @param shown which rules that did not fire are shown, condition by condition */
    public static String of(Explanation explanation, Changes changes, Predicate<RuleTrace> shown, Screen screen) {
        return new ExplanationText(screen).write(explanation, changes, shown);
    }

    /** The verdict, and the conditions of one rule. */
    public static String ofRule(Explanation explanation, String rule, Screen screen) {
        ExplanationText text = new ExplanationText(screen);
        SourceNotes notes = text.notes(explanation);
        text.title(explanation, notes);
        text.page.block(OutcomeText.of(explanation, trace -> trace.rule().id().equals(rule), notes, screen));
        return text.page.block(notes.section(screen)).text();
    }

    private SourceNotes notes(Explanation explanation) {
        return new SourceNotes(
                explanation.sources(),
                screen.language(),
                explanation.advice().request().asOf());
    }

    private String write(Explanation explanation, Changes changes, Predicate<RuleTrace> shown) {
        SourceNotes notes = notes(explanation);
        AnswerText.of(explanation.advice(), screen.plain()).forEach(line -> page.block(line + "\n"));
        page.block("\n");
        title(explanation, notes);
        page.block(LedgerText.of(explanation, notes, screen));
        page.block(MemoryText.of(explanation, notes, screen));
        speed(explanation, notes);
        page.block(PowerText.of(explanation, notes, screen));
        page.block(CostText.of(explanation, notes, screen));
        page.block(OpenText.of(explanation, notes, screen));
        page.block(OutcomeText.of(explanation, shown, notes, screen));
        page.block(ChangeText.of(changes, screen));
        page.block(notes.section(screen));
        return page.text();
    }

    private void speed(Explanation explanation, SourceNotes notes) {
        Candidate candidate = explanation.verdict().candidate();
        ServiceSpeed measured = candidate.performance().measured();
        if (measured != null) {
            page.heading(phrases.say("explain.speed"));
            page.block(MachineReport.speed(candidate, screen));
            page.hanging(2, measured(measured) + " " + notes.cite(measured), 2);
        } else if (candidate.option().kind() != OptionKind.API) {
            page.heading(phrases.say("explain.speed"));
            page.block(MachineReport.speed(candidate, screen));
            page.hanging(2, phrases.say("explain.speed-model"), 2);
            if (!candidate.performance().unknown()) {
                basis(explanation.speed(), notes);
            }
            new ProvenanceText(screen.language())
                    .lines(explanation.provenances(), true)
                    .forEach(line -> page.hanging(2, line, 2));
        }
    }

    private String measured(ServiceSpeed measured) {
        Double first = measured.firstTokenSeconds();
        Wording wording = new Wording(screen.language());
        return phrases.say(
                "explain.speed." + measured.of().id(),
                measured.date(),
                wording.number(measured.tokensPerSecond()),
                first == null ? "" : phrases.say("answer.gives.first-token", wording.number(first)));
    }

    private void basis(SpeedBasis basis, SourceNotes notes) {
        SpeedBasisText text = new SpeedBasisText(screen.language());
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
                        explanation.option().option().title().in(screen.language()),
                        verdict.candidate().id()));
        page.line(ExplanationPage.standing(new Judged(explanation.advice(), explanation.option(), verdict), screen));
        LoadText.of(explanation.advice(), new FormulaText(screen.language(), notes), screen.language())
                .forEach(line -> page.hanging(0, line, 2));
    }
}
