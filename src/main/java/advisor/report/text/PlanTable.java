package advisor.report.text;

import advisor.advice.OptionVerdict;
import advisor.facts.Candidate;
import advisor.facts.unit.Interval;
import advisor.report.screen.Columns;
import advisor.report.screen.Screen;
import advisor.report.words.PlanTitle;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.List;
import java.util.stream.Stream;

/** Plans, a line each: what a screen has no room for beside the title, the format, is left out. */
final class PlanTable {
    private static final int RANK = 5;
    private static final int FORMAT = 13;
    private static final int COST = 11;
    private static final int SPEED = 7;
    private static final int GAP = 2;

    /** Of a title: where there is room for less, the format goes; where there is room for more, none needs it. */
    private static final int SHORTEST = 24;

    private static final int LONGEST = 64;
    private static final int USUAL = 36;
    private static final int USUAL_COLUMNS = 100;

    private final List<OptionVerdict> plans;
    private final Screen screen;
    private final Phrases phrases;
    private final Wording wording;
    private final PlanTitle planTitle;
    private final boolean formats;
    private final int title;

    PlanTable(List<OptionVerdict> plans, Screen screen) {
        this.plans = plans;
        this.screen = screen;
        this.phrases = new Phrases(screen.language());
        this.wording = new Wording(screen.language());
        this.planTitle = new PlanTitle(screen.language());
        int verdict =
                plans.stream().map(this::verdict).mapToInt(Columns::width).max().orElse(0);
        int room = screen.columns() - RANK - COST - SPEED - GAP - verdict;
        this.formats = room - FORMAT >= SHORTEST;
        int most = Math.min(LONGEST, USUAL + Math.max(0, screen.columns() - USUAL_COLUMNS));
        this.title = Math.min(most, formats ? room - FORMAT : room);
    }

    /** What stands in the columns. */
    String head(int months) {
        return phrases.say(formats ? "answer.plans.head" : "answer.plans.head-narrow", months);
    }

    List<String> rows() {
        return plans.stream().flatMap(this::row).toList();
    }

    /** The figures stand beside the first line of a name that takes more. */
    private Stream<String> row(OptionVerdict option) {
        List<String> name = Columns.wrap(planTitle.of(option.best().candidate()), title);
        return Stream.concat(
                Stream.of(row(option, name.get(0))), name.stream().skip(1).map(rest -> " ".repeat(RANK) + rest));
    }

    private String row(OptionVerdict option, String name) {
        Candidate plan = option.best().candidate();
        Interval speed = plan.performance().tokensPerSecondPerUser();
        return Columns.padEnd(Columns.padStart(Integer.toString(option.rank()), RANK - GAP), RANK)
                + Columns.padEnd(Columns.fit(name, title), title)
                + (formats ? format(plan) : "")
                + Columns.padStart(wording.money(plan.cost().likelyTotal()), COST)
                + Columns.padStart(speed == null ? "–" : wording.number(speed.likely()), SPEED)
                + " ".repeat(GAP)
                + screen.paint().stance(option.stance(), verdict(option));
    }

    private String format(Candidate plan) {
        return " " + Columns.padEnd(Columns.fit(phrases.choice(plan.precision()), FORMAT - 1), FORMAT - 1);
    }

    private String verdict(OptionVerdict option) {
        String barred = option.reportedBar()
                .map(bar -> phrases.say("answer.plans.barred"))
                .orElse("");
        return option.stance().title().in(screen.language()) + " "
                + option.best().score() + barred;
    }
}
