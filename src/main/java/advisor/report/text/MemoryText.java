package advisor.report.text;

import advisor.advice.change.Explanation;
import advisor.facts.Candidate;
import advisor.facts.MemoryPart;
import advisor.facts.offer.OptionKind;
import advisor.report.screen.Page;
import advisor.report.screen.Screen;
import advisor.report.words.FormulaText;
import advisor.report.words.ProvenanceText;
import advisor.report.words.SourceNotes;
import advisor.text.Ids;
import advisor.words.Phrases;

/** The memory of a candidate as a waterfall, and how each line of it was calculated. */
final class MemoryText {
    private MemoryText() {}

    /** Empty for a hosted service. */
    static String of(Explanation explanation, SourceNotes notes, Screen screen) {
        Candidate candidate = explanation.verdict().candidate();
        if (candidate.option().kind() == OptionKind.API) {
            return "";
        }
        Phrases phrases = new Phrases(screen.language());
        FormulaText formulas = new FormulaText(screen.language(), notes);
        Page page = new Page(screen);
        page.heading(phrases.say("explain.memory"));
        page.block(MachineReport.waterfall(candidate, screen));
        explanation
                .memory()
                .forEach((part, formula) -> page.hanging(2, name(part, phrases) + " = " + formulas.of(formula), 6));
        new ProvenanceText(screen.language())
                .lines(explanation.provenances(), false)
                .forEach(line -> page.hanging(2, line, 6));
        return page.text();
    }

    private static String name(MemoryPart part, Phrases phrases) {
        return phrases.say("memory-part." + Ids.of(part));
    }
}
