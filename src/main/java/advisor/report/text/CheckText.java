package advisor.report.text;

import advisor.report.screen.Columns;
import advisor.report.screen.Screen;
import advisor.rules.text.Fault;
import advisor.text.Language;
import advisor.text.Problem;
import advisor.words.Phrases;
import advisor.workshop.CheckReport;
import advisor.workshop.LintFile.Level;
import advisor.workshop.Notice;

/** What the checks found, as text: place, message, the line with a caret under it, and what to do. */
public final class CheckText {
    private static final int WIDTH = 96;
    private static final String MARGIN = "  ";

    private final Screen screen;
    private final Phrases phrases;
    private final StringBuilder out = new StringBuilder();

    private CheckText(Screen screen) {
        this.screen = screen;
        this.phrases = new Phrases(screen.language());
    }

    public static String of(CheckReport report, Screen screen) {
        return new CheckText(screen).write(report);
    }

    private String write(CheckReport report) {
        report.notices().forEach(this::notice);
        out.append(phrases.say(
                        report.rules() == 0 ? "check.not-loaded" : "check.sum",
                        report.rules(),
                        report.count(Level.ERROR),
                        report.count(Level.WARNING)))
                .append('\n');
        return out.toString();
    }

    private void notice(Notice notice) {
        Fault fault = notice.fault();
        Problem problem = fault.problem();
        out.append(problem.place())
                .append(": ")
                .append(phrases.choice(notice.level()))
                .append(" [")
                .append(fault.check().id())
                .append("] ")
                .append(problem.message())
                .append('\n');
        excerpt(fault);
        if (!problem.hint().isEmpty()) {
            out.append(MARGIN).append(problem.hint()).append('\n');
        }
        if (screen.language() == Language.ZH) {
            out.append(MARGIN)
                    .append(phrases.say("check.rule", fault.check().title().zh()))
                    .append('\n');
        }
        out.append('\n');
    }

    /** The line at fault, cut to what is near the fault, with a caret under its column. */
    private void excerpt(Fault fault) {
        int column = fault.problem().column();
        if (fault.excerpt().isBlank()) {
            return;
        }
        String line = fault.excerpt().replace('\t', ' ');
        int from = Math.max(0, Math.min(column - 1, line.length()) - WIDTH / 2);
        int to = Math.min(line.length(), from + WIDTH);
        out.append(MARGIN).append("| ").append(line, from, to).append('\n');
        if (column > 0) {
            int before = Columns.width(line.substring(from, Math.min(line.length(), column - 1)));
            out.append(MARGIN).append("| ").append(" ".repeat(before)).append("^\n");
        }
    }
}
