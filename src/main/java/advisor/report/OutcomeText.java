package advisor.report;

import advisor.advice.Explanation;
import advisor.engine.trace.ConditionTrace;
import advisor.engine.trace.Outcome;
import advisor.engine.trace.RuleCondition;
import advisor.engine.trace.RuleTrace;
import advisor.model.Language;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Why an option has no other verdict: the outcome of every rule, and of those shown every condition. */
final class OutcomeText {
    private final Language language;
    private final Phrases phrases;
    private final Page page = new Page();

    private OutcomeText(Language language) {
        this.language = language;
        this.phrases = new Phrases(language);
    }

    static String of(Explanation explanation, Predicate<RuleTrace> shown, Language language) {
        OutcomeText text = new OutcomeText(language);
        text.write(explanation, shown);
        return text.page.text();
    }

    private void write(Explanation explanation, Predicate<RuleTrace> shown) {
        page.heading(phrases.say("explain.why-not"));
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        explanation.rules().forEach(rule -> counts.merge(rule.outcome(), 1L, Long::sum));
        page.line("  "
                + counts.entrySet().stream()
                        .map(entry -> phrases.choice(entry.getKey()) + " " + entry.getValue())
                        .collect(Collectors.joining(" · ")));
        explanation.rules().stream().filter(shown).forEach(this::rule);
    }

    private void rule(RuleTrace trace) {
        page.line("  " + trace.rule().id() + "  " + phrases.choice(trace.outcome()) + "  "
                + trace.rule().place());
        trace.conditions().stream()
                .filter(OutcomeText::tells)
                .forEach(condition -> page.hanging(6, TestText.condition(condition, language), 12));
    }

    /** A pattern that found nothing tells something only if there was nothing to search. */
    private static boolean tells(ConditionTrace trace) {
        return trace.condition().kind() != RuleCondition.Kind.PATTERN || trace.searched() == 0;
    }
}
