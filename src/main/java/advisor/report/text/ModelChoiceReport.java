package advisor.report.text;

import advisor.advice.survey.ModelChoice;
import advisor.advice.survey.ModelChoice.ModelPlan;
import advisor.report.words.Columns;
import advisor.report.words.ModelChoiceWords;
import advisor.report.words.PlanTitle;
import advisor.text.Language;
import advisor.words.Phrases;
import java.util.ArrayList;
import java.util.List;

/** Several models side by side, for a terminal of 100 columns. */
public final class ModelChoiceReport {
    private static final int WIDTH = 100;
    private static final int INDENT = 5;
    private static final int MODEL = 20;
    private static final int PLAN = 30;
    private static final int COST = 11;
    private static final int SPEED = 7;

    private final ModelChoiceWords words;
    private final Phrases phrases;
    private final Language language;
    private final Paint paint;
    private final List<String> lines = new ArrayList<>();

    private ModelChoiceReport(Language language, Paint paint) {
        this.words = new ModelChoiceWords(language);
        this.phrases = new Phrases(language);
        this.language = language;
        this.paint = paint;
    }

    public static String of(ModelChoice choice, Language language, Paint paint) {
        return new ModelChoiceReport(language, paint).write(choice);
    }

    private String write(ModelChoice choice) {
        Columns.wrap(words.question(choice), WIDTH).forEach(line -> lines.add(paint.bold(line)));
        words.verdict(choice).forEach(sentence -> paragraph("", sentence));
        lines.add("");
        int months = choice.ranked().get(0).advice().request().horizonMonths();
        lines.add(paint.dim(phrases.say("choice.columns", months)));
        int rank = 1;
        for (ModelPlan plan : choice.ranked()) {
            lines.add(row(rank++, plan));
            words.because(plan.option()).ifPresent(reason -> Columns.atMost(2, "− " + reason, WIDTH - INDENT)
                    .forEach(line -> lines.add(" ".repeat(INDENT) + line)));
        }
        paragraph("", phrases.say("choice.each"));
        return String.join("\n", lines) + "\n";
    }

    private String row(int rank, ModelPlan plan) {
        String title = new PlanTitle(language).of(plan.option().best().candidate());
        return Columns.padStart(Integer.toString(rank), INDENT - 2)
                + "  "
                + Columns.padEnd(Columns.fit(plan.model().title().in(language), MODEL - 1), MODEL)
                + Columns.padEnd(Columns.fit(title, PLAN - 1), PLAN)
                + Columns.padStart(words.total(plan), COST)
                + Columns.padStart(words.speed(plan), SPEED)
                + "  "
                + paint.stance(plan.option().stance(), words.stance(plan));
    }

    private void paragraph(String before, String sentence) {
        lines.add(before);
        lines.addAll(Columns.wrap(sentence, WIDTH));
    }
}
