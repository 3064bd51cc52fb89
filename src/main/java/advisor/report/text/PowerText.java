package advisor.report.text;

import advisor.advice.change.Explanation;
import advisor.report.screen.Page;
import advisor.report.screen.Screen;
import advisor.report.words.FormulaText;
import advisor.report.words.SourceNotes;
import advisor.text.Ids;
import advisor.words.Phrases;
import advisor.words.Wording;

/** What a plan draws, and how each line of it was calculated. */
final class PowerText {
    private PowerText() {}

    /** Empty where nothing is bought, or nothing known. */
    static String of(Explanation explanation, SourceNotes notes, Screen screen) {
        if (explanation.power().isEmpty()) {
            return "";
        }
        Phrases phrases = new Phrases(screen.language());
        Wording wording = new Wording(screen.language());
        FormulaText formulas = new FormulaText(screen.language(), notes);
        Page page = new Page(screen);
        page.heading(phrases.say("explain.power"));
        explanation.power().forEach((part, formula) -> {
            String amount = wording.number(formula.value().likely()) + " kW";
            page.hanging(2, phrases.say("power-part." + Ids.of(part)) + " " + amount, 4);
            page.hanging(6, "= " + formulas.of(formula), 8);
        });
        return page.text();
    }
}
