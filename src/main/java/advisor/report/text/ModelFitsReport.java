package advisor.report.text;

import advisor.advice.survey.ModelFit;
import advisor.facts.Candidate;
import advisor.facts.Performance;
import advisor.facts.Request;
import advisor.report.screen.Columns;
import advisor.report.screen.Screen;
import advisor.text.Text;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which models a machine runs, for a terminal: a line each, and why the others do not. */
public final class ModelFitsReport {
    private static final int MODEL = 24;
    private static final int FORMAT = 12;
    private static final int DEVICES = 8;
    private static final int SPEED = 10;

    private final Screen screen;
    private final Phrases phrases;
    private final Wording wording;

    public ModelFitsReport(Screen screen) {
        this.screen = screen;
        this.phrases = new Phrases(screen.language());
        this.wording = new Wording(screen.language());
    }

    /**
     * @param load at which each was judged
     * @param openedByOne what the machine would run with one more device in each node
     * @param openedByTwice what twice as many devices would run
     */
    public String of(Request load, List<ModelFit> fits, List<ModelFit> openedByOne, List<ModelFit> openedByTwice) {
        StringBuilder text = new StringBuilder(MachineReport.assuming(load, screen));
        text.append(row(
                phrases.say("models-on.model"),
                phrases.say("models-on.format"),
                phrases.say("models-on.devices"),
                phrases.say("models-on.speed"),
                phrases.say("models-on.stance")));
        fits.stream().filter(ModelFit::works).forEach(fit -> text.append(row(fit)));
        text.append(unlisted("models-on.not", fits.stream().filter(fit -> !fit.works() && !fit.open())));
        text.append(unlisted("models-on.open", fits.stream().filter(ModelFit::open)));
        return fits.stream().allMatch(ModelFit::open)
                ? text.toString()
                : text.append('\n')
                        .append(paragraph(opened("models-on.opened-one", "models-on.opened-one-none", openedByOne)))
                        .append(paragraph(opened("models-on.opened", "models-on.opened-none", openedByTwice)))
                        .toString();
    }

    private String unlisted(String heading, Stream<ModelFit> fits) {
        String lines = fits.map(this::why).collect(Collectors.joining());
        return lines.isEmpty() ? "" : "\n" + phrases.say(heading) + "\n" + lines;
    }

    private String row(ModelFit fit) {
        Candidate plan = fit.shown().candidate();
        return row(
                fit.model().id(),
                plan.precision().label(),
                Integer.toString(plan.plan().devices()),
                speed(plan.performance()),
                stance(fit) + (fit.fastEnough() ? "" : phrases.say("models-on.slow")) + others(fit));
    }

    /** How it stands; what is open for its cost alone runs. */
    private String stance(ModelFit fit) {
        return fit.shown().stance().viable()
                ? fit.shown().stance().title().in(screen.language())
                : phrases.say("models-on.runs");
    }

    /** Other formats that would do. */
    private String others(ModelFit fit) {
        String others = fit.formats().stream()
                .skip(1)
                .map(format -> format.candidate().precision().label())
                .collect(Collectors.joining(phrases.say("list-separator")));
        return others.isEmpty() ? "" : phrases.say("models-on.others", others);
    }

    /** The last cell goes on under itself. */
    private String row(String model, String format, String devices, String speed, String stance) {
        String before = Columns.padEnd(model, MODEL)
                + Columns.padEnd(format, FORMAT)
                + Columns.padStart(devices, DEVICES)
                + Columns.padStart(speed, SPEED)
                + "  ";
        int margin = Columns.width(before);
        List<String> cell = Columns.wrap(stance, screen.columns() - margin);
        return before + String.join("\n" + " ".repeat(margin), cell) + "\n";
    }

    private String speed(Performance performance) {
        Double speed = performance.likelyTokensPerSecondPerUser();
        return speed == null ? "–" : wording.number(speed);
    }

    private String why(ModelFit fit) {
        String reasons = fit.obstacles().stream()
                .limit(1)
                .map(reason -> phrases.say(
                        "models-on.format-fails",
                        fit.failing().candidate().precision().label(),
                        reason.text().in(screen.language())))
                .collect(Collectors.joining());
        StringBuilder lines = new StringBuilder();
        for (String line : Columns.atMost(2, reasons, screen.columns() - MODEL)) {
            lines.append(Columns.padEnd(lines.isEmpty() ? fit.model().id() : "", MODEL))
                    .append(line)
                    .append('\n');
        }
        return lines.toString();
    }

    private String opened(String key, String none, List<ModelFit> opened) {
        String names = opened.stream()
                .map(fit -> fit.model().title())
                .map((Text title) -> title.in(screen.language()))
                .collect(Collectors.joining(phrases.say("list-separator")));
        return names.isEmpty() ? phrases.say(none) : phrases.say(key, names);
    }

    private String paragraph(String sentence) {
        return String.join("\n", Columns.wrap(sentence, screen.columns())) + "\n";
    }
}
