package advisor.report.text;

import advisor.advice.Advice;
import advisor.advice.Reason;
import advisor.advice.Verdict;
import advisor.advice.change.Changes;
import advisor.advice.change.Judged;
import advisor.facts.Finding;
import advisor.report.screen.Columns;
import advisor.report.screen.Page;
import advisor.report.screen.Screen;
import advisor.report.words.PlanSentences;
import advisor.report.words.PlanTitle;
import advisor.report.words.QuestionLine;
import advisor.text.Points;
import advisor.words.Phrases;
import java.util.List;
import java.util.function.Predicate;

/**
 * Why an option has its verdict, on one page: what speaks for it and against it, with points that add up; the figures that
 * decide; what would topple or lift it.
 */
public final class ExplanationPage {
    private static final int LINES_OF_A_QUESTION = 3;
    private static final int LINES = 60;
    private static final int LINES_OF_A_REASON = 2;
    private static final int MOST_CHANGES = 6;
    private static final int MARK = 8;

    private final Judged judged;
    private final Screen screen;
    private final Phrases phrases;
    private final Page page;
    private final int linesOfAReason;

    private ExplanationPage(Judged judged, int linesOfAReason, Screen screen) {
        this.linesOfAReason = linesOfAReason;
        this.judged = judged;
        this.screen = screen;
        this.phrases = new Phrases(screen.language());
        this.page = new Page(screen);
    }

    /** Of a reason more is said the fewer there are. */
    public static String of(Judged judged, Changes changes, Screen screen) {
        String page = new ExplanationPage(judged, LINES_OF_A_REASON, screen).write(changes);
        return page.lines().count() <= LINES ? page : new ExplanationPage(judged, 1, screen).write(changes);
    }

    private String write(Changes changes) {
        Verdict verdict = judged.verdict();
        title(verdict);
        ledger(verdict);
        page.heading(phrases.say("page.figures"));
        new PlanSentences(judged.advice().request(), screen.language())
                .figures(verdict)
                .forEach(page::bullet);
        page.block(ChangeText.of(changes, MOST_CHANGES, screen));
        page.block("\n").line(screen.paint().dim(phrases.say("page.more")));
        return page.text();
    }

    private void title(Verdict verdict) {
        Advice advice = judged.advice();
        if (!advice.complete()) {
            page.line(phrases.say("incomplete", advice.errors().size(), advice.ruleCount()));
        }
        Columns.atMost(LINES_OF_A_QUESTION, QuestionLine.of(advice, screen.language()), screen.columns())
                .forEach(page::line);
        page.block("\n");
        page.line("%s (%s)"
                .formatted(
                        new PlanTitle(screen.language()).of(verdict.candidate()),
                        verdict.candidate().id()));
        page.line(standing(judged, screen));
    }

    /** What the verdict is, where the option ranks, and of which decision. */
    static String standing(Judged judged, Screen screen) {
        Phrases phrases = new Phrases(screen.language());
        Advice advice = judged.advice();
        return String.join(
                " · ",
                judged.verdict().stance().title().in(screen.language()),
                phrases.say(
                        "explain.rank",
                        judged.option().rank(),
                        advice.verdicts().size()),
                phrases.say("explain.decision", advice.decisionId()));
    }

    /** What keeps it out or leaves it open first; then the start, what is for it and against it, and what that comes to. */
    private void ledger(Verdict verdict) {
        reasons("page.out", of(verdict, reason -> reason.kind() == Finding.Kind.BLOCKER));
        reasons("page.open", of(verdict, reason -> reason.kind() == Finding.Kind.UNKNOWN));
        reasons("page.for", of(verdict, reason -> reason.points() > 0));
        reasons("page.against", of(verdict, reason -> reason.points() < 0));
        page.block("\n");
        page.behind(
                mark("= " + verdict.score()),
                phrases.say(verdict.stance().viable() ? "page.total" : "page.total-void", verdict.start()));
    }

    private static List<Reason> of(Verdict verdict, Predicate<Reason> which) {
        return verdict.reasons().stream().filter(which).toList();
    }

    private void reasons(String heading, List<Reason> reasons) {
        if (!reasons.isEmpty()) {
            page.heading(phrases.say(heading));
            reasons.forEach(this::reason);
        }
    }

    private void reason(Reason reason) {
        String points = reason.points() == 0 ? LedgerText.mark(reason.kind()) : Points.of(reason.points());
        List<String> lines = Columns.atMost(
                linesOfAReason,
                reason.rule().id() + ": " + reason.text().in(screen.language()),
                screen.columns() - MARK);
        page.behind(mark(points), lines.get(0));
        lines.stream().skip(1).forEach(line -> page.hanging(MARK, line, MARK));
    }

    private static String mark(String text) {
        return Columns.padStart(text, MARK - 2) + "  ";
    }
}
