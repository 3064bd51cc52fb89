package advisor.report.text;

import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.report.screen.Columns;
import advisor.report.screen.Paint;
import advisor.report.screen.Screen;
import advisor.report.words.OptionGroups;
import advisor.words.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An advice on one page of a terminal: the answer, a line for each plan, and why the rest is out. Whatever
 * is asked, it has no more than {@value #LINES} lines of
 * 100 columns.
 */
public final class AnswerPage {
    private static final int LINES = 60;
    private static final int MOST_LINES = 4;
    private static final int PLANS = 12;
    private static final int FEWEST_PLANS = 3;
    /** Kept for why the rest is out. */
    private static final int REJECTED_LINES = 8;

    private static final String MARGIN = "     ";

    private final int most;
    private final Advice advice;
    private final Screen screen;
    private final Paint paint;
    private final Phrases phrases;
    private final List<String> end;
    private final List<String> lines = new ArrayList<>();

    private AnswerPage(int most, Advice advice, Screen screen) {
        this.most = most;
        this.advice = advice;
        this.screen = screen;
        this.paint = screen.paint();
        this.phrases = new Phrases(screen.language());
        this.end = Columns.wrap(phrases.say("answer.more"), screen.columns());
    }

    public static String of(Advice advice, Screen screen) {
        return of(LINES, advice, screen);
    }

    /** The same on a page of so many lines. */
    static String of(int most, Advice advice, Screen screen) {
        return new AnswerPage(most, advice, screen).write();
    }

    private String write() {
        lines.addAll(AnswerText.of(advice, screen));
        plans(advice.viable());
        rejected(new OptionGroups(screen.language()).of(advice.rejected()));
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
        heading(advice.isCloseCall() ? "answer.plans-close" : "answer.plans");
        List<OptionVerdict> shown = shown(viable);
        PlanTable table = new PlanTable(shown, screen);
        lines.add(paint.dim(table.head(advice.request().horizonMonths())));
        lines.addAll(table.rows());
        if (viable.size() > shown.size()) {
            lines.add(MARGIN + phrases.say("answer.rest", viable.size() - shown.size()));
        }
        ids(shown).forEach(line -> lines.add(paint.dim(MARGIN + line)));
    }

    /** As many as there is room for, with their ids and with why the rest is out. */
    private List<OptionVerdict> shown(List<OptionVerdict> viable) {
        int shown = Math.min(PLANS, viable.size());
        while (shown > FEWEST_PLANS && lines(viable.subList(0, shown)) + REJECTED_LINES > room()) {
            shown--;
        }
        return viable.subList(0, shown);
    }

    /** With the head of the table and the blank line before it. */
    private int lines(List<OptionVerdict> plans) {
        return new PlanTable(plans, screen).rows().size() + 2 + ids(plans).size();
    }

    /** By which the plans are named to the commands that tell more of one. */
    private List<String> ids(List<OptionVerdict> shown) {
        String ids = shown.stream()
                .map(option -> option.rank() + "\u00a0" + option.option().id())
                .collect(Collectors.joining(" · "));
        return Columns.wrap(phrases.say("answer.plans.ids", ids), screen.columns() - MARGIN.length());
    }

    /** As many groups as there is room for, and how many more there are. */
    private void rejected(List<String> groups) {
        if (groups.isEmpty()) {
            return;
        }
        heading("answer.rejected");
        for (int i = 0; i < groups.size(); i++) {
            List<String> group = Columns.atMost(MOST_LINES, groups.get(i), screen.columns() - 4);
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
