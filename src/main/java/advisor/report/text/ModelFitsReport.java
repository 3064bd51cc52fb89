package advisor.report.text;

import advisor.advice.OptionVerdict;
import advisor.advice.survey.ModelFit;
import advisor.facts.Candidate;
import advisor.facts.Performance;
import advisor.report.words.Columns;
import advisor.text.Language;
import advisor.text.Text;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.List;
import java.util.stream.Collectors;

/** Which models a machine runs, for a terminal: a line each, and why the others do not. */
public final class ModelFitsReport {
    private static final int WIDTH = 100;
    private static final int MODEL = 24;
    private static final int FORMAT = 12;
    private static final int DEVICES = 8;
    private static final int SPEED = 10;

    private final Language language;
    private final Phrases phrases;
    private final Wording wording;

    public ModelFitsReport(Language language) {
        this.language = language;
        this.phrases = new Phrases(language);
        this.wording = new Wording(language);
    }

    /**
     * @param openedByOne what the machine would run with one more device in each node
     * @param openedByTwice what twice as many devices would run
     */
    public String of(List<ModelFit> fits, List<ModelFit> openedByOne, List<ModelFit> openedByTwice) {
        StringBuilder text = new StringBuilder();
        text.append(row(
                phrases.say("models-on.model"),
                phrases.say("models-on.format"),
                phrases.say("models-on.devices"),
                phrases.say("models-on.speed"),
                phrases.say("models-on.stance")));
        fits.stream().filter(ModelFit::works).forEach(fit -> text.append(row(fit)));
        text.append('\n').append(phrases.say("models-on.not")).append('\n');
        fits.stream().filter(fit -> !fit.works()).forEach(fit -> text.append(why(fit)));
        return text.append('\n')
                .append(paragraph(opened("models-on.opened-one", "models-on.opened-one-none", openedByOne)))
                .append(paragraph(opened("models-on.opened", "models-on.opened-none", openedByTwice)))
                .toString();
    }

    private String row(ModelFit fit) {
        Candidate plan = fit.verdict().best().candidate();
        return row(
                fit.model().id(),
                plan.precision().label(),
                Integer.toString(plan.plan().devices()),
                speed(plan.performance()),
                fit.verdict().stance().title().in(language)
                        + (fit.fastEnough() ? "" : phrases.say("models-on.slow"))
                        + others(fit));
    }

    /** Other formats that would do. */
    private String others(ModelFit fit) {
        String others = fit.formats().stream()
                .skip(1)
                .map(format -> format.candidate().precision().label())
                .collect(Collectors.joining(phrases.say("list-separator")));
        return others.isEmpty() ? "" : phrases.say("models-on.others", others);
    }

    private static String row(String model, String format, String devices, String speed, String stance) {
        return Columns.padEnd(model, MODEL)
                + Columns.padEnd(format, FORMAT)
                + Columns.padStart(devices, DEVICES)
                + Columns.padStart(speed, SPEED)
                + "  " + stance + "\n";
    }

    private String speed(Performance performance) {
        Double speed = performance.likelyTokensPerSecondPerUser();
        return speed == null ? "–" : wording.number(speed);
    }

    private String why(ModelFit fit) {
        OptionVerdict verdict = fit.verdict();
        String reasons = verdict.best().obstacles().stream()
                .limit(1)
                .map(reason -> reason.text().in(language))
                .collect(Collectors.joining());
        StringBuilder lines = new StringBuilder();
        for (String line : Columns.atMost(2, reasons, WIDTH - MODEL)) {
            lines.append(Columns.padEnd(lines.isEmpty() ? fit.model().id() : "", MODEL))
                    .append(line)
                    .append('\n');
        }
        return lines.toString();
    }

    private String opened(String key, String none, List<ModelFit> opened) {
        String names = opened.stream()
                .map(fit -> fit.model().title())
                .map((Text title) -> title.in(language))
                .collect(Collectors.joining(phrases.say("list-separator")));
        return names.isEmpty() ? phrases.say(none) : phrases.say(key, names);
    }

    private static String paragraph(String sentence) {
        return String.join("\n", Columns.wrap(sentence, WIDTH)) + "\n";
    }
}
