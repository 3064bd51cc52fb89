package advisor.report.text;

import advisor.advice.Reason;
import advisor.advice.Verdict;
import advisor.advice.change.Explanation;
import advisor.facts.Finding;
import advisor.report.screen.Page;
import advisor.report.screen.Screen;
import advisor.report.words.PlainCondition;
import advisor.report.words.SourceNotes;
import advisor.rules.explain.ConditionTrace;
import advisor.rules.explain.RuleCondition;
import advisor.text.Points;
import advisor.words.Phrases;
import java.util.stream.Collectors;

/** Why an option has its verdict, as a ledger: start, every finding with its points, total. */
final class LedgerText {
    private final Screen screen;
    private final Phrases phrases;
    private final SourceNotes notes;
    private final PlainCondition plain;
    private final Page page;

    private LedgerText(SourceNotes notes, Screen screen) {
        this.page = new Page(screen);
        this.notes = notes;
        this.plain = new PlainCondition(screen.language(), notes);
        this.screen = screen;
        this.phrases = new Phrases(screen.language());
    }

    static String of(Explanation explanation, SourceNotes notes, Screen screen) {
        LedgerText text = new LedgerText(notes, screen);
        text.write(explanation);
        return text.page.text();
    }

    private void write(Explanation explanation) {
        Verdict verdict = explanation.verdict();
        page.heading(phrases.say("explain.why"));
        page.ledger(Integer.toString(verdict.start()), phrases.say("explain.start"));
        verdict.reasons().forEach(reason -> finding(reason, explanation));
        page.ledger(
                Integer.toString(verdict.score()),
                phrases.say(verdict.stance().viable() ? "explain.total" : "explain.total-void"));
    }

    private void finding(Reason reason, Explanation explanation) {
        String points = reason.points() == 0 ? mark(reason.kind()) : Points.of(reason.points());
        page.ledger(points, reason.text().in(screen.language()));
        page.indented(reason.rule().id() + "  " + reason.rule().place());
        explanation.rules().stream()
                .filter(trace -> trace.rule().id().equals(reason.rule().id()))
                .flatMap(trace -> trace.conditions().stream())
                .filter(LedgerText::tells)
                .forEach(trace -> page.hanging(10, "· " + plain.of(trace), 12));
        page.indented(phrases.say(
                "explain.rests-on",
                reason.sources().stream().map(notes::cite).distinct().collect(Collectors.joining(" "))));
    }

    static String mark(Finding.Kind kind) {
        return switch (kind) {
            case BLOCKER -> "✗";
            case UNKNOWN -> "?";
            default -> "·";
        };
    }

    /** That a rule looks at the option it looks at tells nothing, nor does which limit it takes before it takes it. */
    private static boolean tells(ConditionTrace trace) {
        return trace.condition().within() == null
                && trace.condition().kind() != RuleCondition.Kind.PATTERN
                && !trace.condition().text().equals("candidate == $candidate")
                && !PlainCondition.namesLimit(trace);
    }
}
