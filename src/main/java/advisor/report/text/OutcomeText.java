package advisor.report.text;

import advisor.advice.change.Explanation;
import advisor.report.screen.Columns;
import advisor.report.screen.Page;
import advisor.report.screen.Screen;
import advisor.report.words.PlainCondition;
import advisor.report.words.SourceNotes;
import advisor.rules.explain.ConditionTrace;
import advisor.rules.explain.Outcome;
import advisor.rules.explain.RuleCondition;
import advisor.rules.explain.RuleTrace;
import advisor.words.Phrases;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why an option has no other verdict: the outcome of every rule, and of those shown every condition. */
final class OutcomeText {
    private static final int TRUTH = 3;

    private final Phrases phrases;
    private final PlainCondition plain;
    private final Page page;

    private OutcomeText(SourceNotes notes, Screen screen) {
        this.page = new Page(screen);
        this.plain = new PlainCondition(screen.language(), notes);
        this.phrases = new Phrases(screen.language());
    }

    static String of(Explanation explanation, Predicate<RuleTrace> shown, SourceNotes notes, Screen screen) {
        OutcomeText text = new OutcomeText(notes, screen);
        text.write(explanation, shown);
        return text.page.text();
    }

    private void write(Explanation explanation, Predicate<RuleTrace> shown) {
        page.heading(phrases.say("explain.why-not"));
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        explanation.rules().forEach(rule -> counts.merge(rule.outcome(), 1L, Long::sum));
        page.hanging(
                2,
                counts.entrySet().stream()
                        .map(entry -> phrases.choice(entry.getKey()) + " " + entry.getValue())
                        .collect(Collectors.joining(" · ")),
                2);
        page.hanging(2, phrases.say("explain.fired-in-all", ofTheQuestion(explanation)), 2);
        explanation.rules().stream().filter(shown).forEach(this::rule);
    }

    /** Rules that fired and stand in no ledger. */
    private static long ofTheQuestion(Explanation explanation) {
        Set<String> ledger = explanation.verdict().reasons().stream()
                .map(reason -> reason.rule().id())
                .collect(Collectors.toSet());
        return explanation.rules().stream()
                .filter(trace -> trace.outcome() == Outcome.FIRED)
                .filter(trace -> !ledger.contains(trace.rule().id()))
                .count();
    }

    private void rule(RuleTrace trace) {
        page.hanging(
                2,
                trace.rule().id() + "  " + phrases.choice(trace.outcome()) + "  "
                        + trace.rule().place(),
                4);
        trace.conditions().stream().filter(OutcomeText::tells).forEach(this::condition);
    }

    /** The sentence, and below it the words of the rule for whoever checks them. */
    private void condition(ConditionTrace trace) {
        int margin = trace.condition().within() == null ? 6 : 10;
        String truth = truth(trace.holds());
        page.hanging(margin, Columns.padEnd(truth, TRUTH) + plain.of(trace), margin + TRUTH);
        if (trace.condition().kind() == RuleCondition.Kind.CONSTRAINT) {
            page.hanging(margin + TRUTH, "‹" + trace.condition().text() + "›", margin + TRUTH + 1);
        }
    }

    private String truth(@Nullable Boolean holds) {
        return holds == null ? phrases.say("says.open") : (holds ? "✓" : "✗");
    }

    /** A pattern that found nothing tells something only if there was nothing to search. */
    private static boolean tells(ConditionTrace trace) {
        return trace.condition().kind() != RuleCondition.Kind.PATTERN || trace.searched() == 0;
    }
}
