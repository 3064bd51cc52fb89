package advisor.report.file;

import advisor.advice.survey.ModelChoice;
import advisor.advice.survey.ModelChoice.ModelPlan;
import advisor.report.words.ModelChoiceWords;
import advisor.report.words.PlanTitle;
import advisor.text.Language;
import advisor.words.Phrases;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several models side by side as a table in Markdown. */
public final class ModelChoiceMarkdown {
    private static final List<String> COLUMNS = List.of("model", "plan", "cost", "speed", "stance", "against");

    private ModelChoiceMarkdown() {}

    public static String of(ModelChoice choice, Language language) {
        ModelChoiceWords words = new ModelChoiceWords(language);
        Phrases phrases = new Phrases(language);
        int months = choice.ranked().get(0).advice().request().horizonMonths();
        Stream<String> head = Stream.of(
                "# " + words.question(choice),
                "",
                String.join("\n\n", words.verdict(choice)),
                "",
                row(COLUMNS.stream().map(column -> phrases.say("choice.table." + column, months))),
                row(COLUMNS.stream().map(column -> "---")));
        Stream<String> rows = choice.ranked().stream().map(plan -> row(cells(plan, words, language)));
        return Stream.concat(head, rows).collect(Collectors.joining("\n", "", "\n"));
    }

    private static Stream<String> cells(ModelPlan plan, ModelChoiceWords words, Language language) {
        return List.of(
                        plan.model().title().in(language),
                        new PlanTitle(language).of(plan.option().best().candidate()),
                        words.total(plan),
                        words.speed(plan),
                        words.stance(plan),
                        words.because(plan.option()).orElse(""))
                .stream()
                .map(cell -> cell.replace("|", "\\|"));
    }

    private static String row(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |"));
    }
}
