package advisor.report.text;

import advisor.text.Language;
import advisor.words.Phrases;
import advisor.workshop.ConditionCoverage;
import advisor.workshop.Coverage;
import advisor.workshop.RuleCoverage;
import java.util.Locale;

/** What the scenarios leave untried. */
public final class CoverageText {
    private CoverageText() {}

    public static String of(Coverage coverage, Language language) {
        Phrases phrases = new Phrases(language);
        StringBuilder out = new StringBuilder();
        coverage.rules().forEach(rule -> rule(out, rule, phrases));
        out.append(phrases.say(
                        "coverage.sum",
                        coverage.coveredRules(),
                        coverage.rules().size(),
                        coverage.coveredConditions(),
                        coverage.conditions(),
                        String.format(Locale.ROOT, "%.1f", coverage.percent())))
                .append('\n');
        return out.toString();
    }

    private static void rule(StringBuilder out, RuleCoverage rule, Phrases phrases) {
        if (!rule.covered()) {
            out.append(rule.rule().place())
                    .append(": ")
                    .append(rule.rule().id())
                    .append(": ")
                    .append(phrases.say(rule.fired() ? "coverage.never-silent" : "coverage.never-fired"))
                    .append('\n');
        }
        rule.conditions().stream().filter(condition -> !condition.covered()).forEach(condition -> out.append(
                        place(rule, condition))
                .append(": ")
                .append(condition.condition().text())
                .append(": ")
                .append(phrases.say(condition.seenTrue() ? "coverage.never-false" : "coverage.never-true"))
                .append('\n'));
    }

    private static String place(RuleCoverage rule, ConditionCoverage condition) {
        return "%s/%s:%s:%s"
                .formatted(
                        rule.rule().folder(),
                        rule.rule().file(),
                        condition.condition().line(),
                        condition.condition().column());
    }
}
