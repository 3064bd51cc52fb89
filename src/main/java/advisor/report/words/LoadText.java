package advisor.report.words;

import advisor.advice.Advice;
import advisor.facts.Request;
import advisor.facts.unit.Formula;
import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Money;
import advisor.request.RequestField;
import advisor.text.Language;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.List;

/** How the streams, lengths and the budget came about that follow from what was asked in people's words. */
public final class LoadText {
    private LoadText() {}

    /** A line for each; none if the load was given in figures. */
    public static List<String> of(Advice advice, FormulaText formulas, Language language) {
        return advice.reckoned().entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue(), advice.request(), formulas, language))
                .toList();
    }

    private static String line(
            RequestField<?> field, Formula formula, Request request, FormulaText formulas, Language language) {
        Phrases phrases = new Phrases(language);
        Wording wording = new Wording(language);
        String name = field.title().in(language);
        String value = field.value(request) instanceof Money money
                ? wording.money(money)
                : wording.precise(formula.value().likely());
        return formula instanceof Operand
                ? phrases.say("load.read", name, formulas.of(formula))
                : phrases.say("load.reckoned", name, value, formulas.of(formula));
    }
}
