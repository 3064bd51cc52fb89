package advisor.report.text;

import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.facts.Candidate;
import advisor.facts.unit.Interval;
import advisor.report.words.Columns;
import advisor.report.words.OptionGroups;
import advisor.report.words.PlanTitle;
import advisor.text.Language;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * An advice on one page of a terminal of 100 columns: the answer, a line for each plan, and why the rest is out. Whatever
 * is asked, it has no more than {@value #LINES} lines.
 */
public final class AnswerPage {
    private static final int LINES = 60;
    private static final int WIDTH = 100;
    private static final int MOST_LINES = 4;
    private static final int PLANS = 12;
    private static final int FEWEST_PLANS = 3;
    /** Kept for why the rest is out. */
    private static final int REJECTED_LINES = 8;

    private static final int TITLE = 36;
    private static final int FORMAT = 12;
    private static final int COST = 11;
    private static final int SPEED = 7;

    private final int most;
    private final Advice advice;
    private final Language language;
    private final Paint paint;
    private final Phrases phrases;
    private final Wording wording;
    private final List<String> end;
    private final List<String> lines = new ArrayList<>();

    private AnswerPage(int most, Advice advice, Language language, Paint paint) {
        this.most = most;
        this.advice = advice;
        this.language = language;
        this.paint = paint;
        this.phrases = new Phrases(language);
        this.wording = new Wording(language);
        this.end = Columns.wrap(phrases.say("answer.more"), WIDTH);
    }

    public static String of(Advice advice, Language language, Paint paint) {
        return of(LINES, advice, language, paint);
    }

    /** The same on a page of so many lines. */
    static String of(int most, Advice advice, Language language, Paint paint) {
        return new AnswerPage(most, advice, language, paint).write();
    }

    private String write() {
        lines.addAll(AnswerText.of(advice, language, paint));
        plans(advice.viable());
        rejected(new OptionGroups(language).of(advice.rejected()));
        lines.add("");
        end.forEach(text -> lines.add(paint.dim(text)));
        return String.join("\n", lines) + "\n";
    }

    private int room() {
        return most - lines.size() - end.size() - 1;
    }

    private void plans(List<OptionVerdict> viable) {
        if (viable.isEmpty()) {
            return;
        }
        heading("answer.plans");
        lines.add(paint.dim(phrases.say("answer.plans.head", advice.request().horizonMonths())));
        int shown = Math.max(FEWEST_PLANS, Math.min(PLANS, room() - REJECTED_LINES - 1));
        viable.stream().limit(shown).forEach(option -> lines.add(plan(option)));
        if (viable.size() > shown) {
            lines.add("     " + phrases.say("answer.rest", viable.size() - shown));
        }
    }

    private String plan(OptionVerdict option) {
        Candidate plan = option.best().candidate();
        Interval speed = plan.performance().tokensPerSecondPerUser();
        String title = Columns.fit(new PlanTitle(language).of(plan), TITLE);
        return Columns.padStart(Integer.toString(option.rank()), 3) + "  " + Columns.padEnd(title, TITLE)
                + " " + Columns.padEnd(Columns.fit(phrases.choice(plan.precision()), FORMAT), FORMAT)
                + Columns.padStart(wording.money(plan.cost().likelyTotal()), COST)
                + Columns.padStart(speed == null ? "–" : wording.number(speed.likely()), SPEED)
                + "  "
                + paint.stance(
                        option.stance(),
                        option.stance().title().in(language) + " "
                                + option.best().score()
                                + option.reportedBar()
                                        .map(bar -> phrases.say("answer.plans.barred"))
                                        .orElse(""));
    }

    /** As many groups as there is room for, and how many more there are. */
    private void rejected(List<String> groups) {
        if (groups.isEmpty()) {
            return;
        }
        heading("answer.rejected");
        for (int i = 0; i < groups.size(); i++) {
            List<String> group = Columns.atMost(MOST_LINES, groups.get(i), WIDTH - 4);
            boolean last = i == groups.size() - 1;
            if (group.size() + (last ? 0 : 1) > room()) {
                lines.add("  - " + phrases.say("answer.rest", groups.size() - i));
                return;
            }
            for (String line : group) {
                lines.add((line == group.get(0) ? "  - " : "    ") + line);
            }
        }
    }

    private void heading(String key) {
        lines.add("");
        lines.add(paint.bold(phrases.say(key)));
    }
}
