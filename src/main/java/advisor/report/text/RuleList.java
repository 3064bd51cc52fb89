package advisor.report.text;

import advisor.report.screen.Columns;
import advisor.report.screen.Screen;
import advisor.rules.text.RuleDefinition;
import advisor.text.Ids;
import advisor.text.Points;
import advisor.words.Phrases;
import java.util.List;

/** Rules as lists and sheets. */
public final class RuleList {
    private static final int ID = 44;
    private static final int OTHERS = 30;
    private static final int KIND = 9;
    private static final int POINTS = 5;

    private final Screen screen;
    private final Phrases phrases;

    private RuleList(Screen screen) {
        this.screen = screen;
        this.phrases = new Phrases(screen.language());
    }

    /** A line a rule: id, kind, points, lens. */
    public static String of(List<RuleDefinition> rules, Screen screen) {
        StringBuilder out = new StringBuilder();
        rules.forEach(rule -> out.append(new RuleList(screen).line(rule)).append('\n'));
        return out.toString();
    }

    /** All that a rule says of itself, and its text. */
    public static String show(RuleDefinition rule, String text, Screen screen) {
        return new RuleList(screen).sheet(rule) + "\n" + text + "\n";
    }

    private String line(RuleDefinition rule) {
        return (Columns.padEnd(rule.id(), Math.min(ID, screen.columns() - OTHERS))
                        + Columns.padEnd(phrases.choice(rule.kind()), KIND)
                        + Columns.padStart(points(rule), POINTS)
                        + "  "
                        + lens(rule))
                .stripTrailing();
    }

    private static String points(RuleDefinition rule) {
        return rule.points() == 0 ? "" : Points.of(rule.points());
    }

    private String lens(RuleDefinition rule) {
        return rule.lens() == null ? "" : phrases.say("lens." + Ids.of(rule.lens()));
    }

    private String sheet(RuleDefinition rule) {
        Sheet sheet = new Sheet(screen, rule.id(), rule.text());
        sheet.entry(phrases.say("rule.place"), rule.place());
        sheet.entry(phrases.say("rule.kind"), (phrases.choice(rule.kind()) + " " + points(rule)).strip());
        if (rule.lens() != null) {
            sheet.entry(phrases.say("rule.lens"), lens(rule));
        }
        if (rule.corrects() != null) {
            sheet.entry(phrases.say("rule.corrects"), rule.corrects());
        }
        if (rule.since() != null) {
            sheet.entry(phrases.say("rule.since"), rule.since().toString());
        }
        sheet.entry(phrases.say("rule.sources"), String.join(", ", rule.sources()));
        return sheet.text();
    }
}
