package advisor.report.text;

import advisor.advice.survey.ModelChoice;
import advisor.advice.survey.ModelChoice.ModelPlan;
import advisor.report.screen.Columns;
import advisor.report.screen.Paint;
import advisor.report.screen.Screen;
import advisor.report.words.ModelChoiceWords;
import advisor.report.words.PlanTitle;
import advisor.words.Phrases;
import java.util.ArrayList;
import java.util.List;

/** Several models side by side, for a terminal of 100 columns. */
public final class ModelChoiceReport {
    private static final int INDENT = 5;
    private static final int MODEL = 20;
    private static final int PLAN = 30;
    private static final int USUAL_COLUMNS = 100;
    private static final int COST = 11;
    private static final int SPEED = 7;

    private final ModelChoiceWords words;
    private final Phrases phrases;
    private final Screen screen;
    private final Paint paint;
    private final int planWidth;
    private final List<String> lines = new ArrayList<>();

    private ModelChoiceReport(ModelChoice choice, Screen screen) {
        this.words = new ModelChoiceWords(screen.language());
        this.phrases = new Phrases(screen.language());
        this.screen = screen;
        this.paint = screen.paint();
        int stance = choice.ranked().stream()
                .map(words::stance)
                .mapToInt(Columns::width)
                .max()
                .orElse(0);
        int room = screen.columns() - INDENT - MODEL - COST - SPEED - 2 - stance;
        this.planWidth = Math.min(room, PLAN + Math.max(0, screen.columns() - USUAL_COLUMNS));
    }

    public static String of(ModelChoice choice, Screen screen) {
        return new ModelChoiceReport(choice, screen).write(choice);
    }

    private String write(ModelChoice choice) {
        Columns.wrap(words.question(choice), screen.columns()).forEach(line -> lines.add(paint.bold(line)));
        words.verdict(choice).forEach(sentence -> paragraph("", sentence));
        lines.add("");
        int months = choice.ranked().get(0).advice().request().horizonMonths();
        lines.add(paint.dim(phrases.say("choice.columns", months)));
        int rank = 1;
        for (ModelPlan plan : choice.ranked()) {
            lines.add(row(rank++, plan));
            String reason =
                    words.because(plan.option()).map(because -> " − " + because).orElse("");
            Columns.atMost(2, plan.option().option().id() + reason, screen.columns() - INDENT)
                    .forEach(line -> lines.add(" ".repeat(INDENT) + line));
        }
        paragraph("", phrases.say("choice.each"));
        return String.join("\n", lines) + "\n";
    }

    private String row(int rank, ModelPlan plan) {
        String title = new PlanTitle(screen.language()).of(plan.option().best().candidate());
        return Columns.padStart(Integer.toString(rank), INDENT - 2)
                + "  "
                + Columns.padEnd(Columns.fit(plan.model().title().in(screen.language()), MODEL - 1), MODEL)
                + Columns.padEnd(Columns.fit(title, planWidth - 1), planWidth)
                + Columns.padStart(words.total(plan), COST)
                + Columns.padStart(words.speed(plan), SPEED)
                + "  "
                + paint.stance(plan.option().stance(), words.stance(plan));
    }

    private void paragraph(String before, String sentence) {
        lines.add(before);
        lines.addAll(Columns.wrap(sentence, screen.columns()));
    }
}
