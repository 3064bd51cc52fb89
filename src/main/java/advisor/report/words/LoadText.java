package advisor.report.words;

import advisor.advice.Advice;
import advisor.facts.unit.Formula;
import advisor.facts.unit.Formula.Operand;
import advisor.request.RequestField;
import advisor.text.Language;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.List;

/** How the streams and lengths came about that follow from what was asked in people's words. */
public final class LoadText {
    private LoadText() {}

    /** A line for each; none if the load was given in figures. */
    public static List<String> of(Advice advice, FormulaText formulas, Language language) {
        return advice.reckoned().entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue(), formulas, language))
                .toList();
    }

    private static String line(RequestField<?> field, Formula formula, FormulaText formulas, Language language) {
        Phrases phrases = new Phrases(language);
        String name = field.title().in(language);
        return formula instanceof Operand
                ? phrases.say("load.read", name, formulas.of(formula))
                : phrases.say(
                        "load.reckoned",
                        name,
                        new Wording(language).precise(formula.value().likely()),
                        formulas.of(formula));
    }
}
