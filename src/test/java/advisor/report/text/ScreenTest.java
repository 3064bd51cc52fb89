package advisor.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.advice.Comparer;
import advisor.advice.change.Explainer;
import advisor.advice.survey.ModelChoice;
import advisor.advice.survey.ModelsOnMachine;
import advisor.report.screen.Columns;
import advisor.report.screen.Paint;
import advisor.report.screen.Screen;
import advisor.request.Question;
import advisor.text.Language;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Whatever a terminal's width, what is laid out for it fits. */
class ScreenTest {
    private static final Map<String, String> AT_HOME =
            Map.of("model", "deepseek-r1", "budget", "4000000CNY", "privacy", "on-premises", "as-of", "2026-11-22");

    private static final Map<String, String> BARRED =
            Map.of("model", "qwen3-32b", "jurisdiction", "CN", "sanctions", "report", "as-of", "2026-11-22");

    private static final Pattern COLOUR = Pattern.compile("\u001b\\[\\d+m");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private static final Advisor ADVISOR = new Advisor(Shipped.catalog(), Shipped.rules());

    /** By name, what a command lays out for a screen. */
    private static final Map<String, Function<Screen, String>> REPORTS = reports();

    private static Map<String, Function<Screen, String>> reports() {
        Question question = Question.of(AT_HOME, Shipped.TODAY);
        Advice advice = Shipped.answer(AT_HOME);
        Advice barred = Shipped.answer(BARRED);
        Explainer explainer = new Explainer(ADVISOR, question);
        var explanation = explainer.explain("h20-x8", null);
        var changes = explainer.changes("h20-x8");
        var judged = explainer.judged("h20-x8", null);
        Comparer comparer = new Comparer(ADVISOR, question);
        var two = comparer.compare(List.of("h20-x8", "dgx-h200"));
        var five = comparer.compare(List.of("h20-x8", "dgx-h200", "deepinfra", "b200-x8", "a100-x8-awq"));
        var choice = ModelChoice.of(
                ADVISOR,
                Stream.of("qwen3-32b", "llama-3.1-70b", "deepseek-r1")
                        .map(model -> Question.of(Map.of("model", model), Shipped.TODAY))
                        .toList());
        ModelsOnMachine models = new ModelsOnMachine(ADVISOR, Map.of(), Shipped.TODAY);
        var fits = models.fits("2 x nvidia-rtx-4090");
        return Map.of(
                "page", screen -> AnswerPage.of(advice, screen),
                "page of what is barred", screen -> AnswerPage.of(barred, screen),
                "report", screen -> TextReport.of(advice, screen),
                "explanation",
                        screen -> ExplanationText.of(explanation, changes, trace -> true, screen)
                                + ExplanationPage.of(judged, changes, screen),
                "two options", screen -> SideBySideText.of(two, screen),
                "five options", screen -> SideBySideText.of(five, screen),
                "models for a load", screen -> ModelChoiceReport.of(choice, screen),
                "models of a machine",
                        screen -> new ModelFitsReport(screen)
                                .of(models.load("2 x nvidia-rtx-4090"), fits, List.of(), List.of()),
                "catalog", ScreenTest::catalog,
                "rules", screen -> RuleList.of(Shipped.rules().rules(), screen));
    }

    private static String catalog(Screen screen) {
        CatalogReport report = new CatalogReport(screen);
        return report.list(Shipped.catalog().sources().values(), source -> source.id(), source -> source.title())
                + report.show(Shipped.catalog().option("h20-x8"))
                + report.show(Shipped.catalog().accelerator("nvidia-h100-sxm5-80gb"))
                + report.show(Shipped.catalog().model("deepseek-r1"));
    }

    @Property(tries = 24, seed = "20261129")
    void noLineIsWiderThanTheScreen(@ForAll @IntRange(min = 40, max = 200) int columns, @ForAll Language language) {
        Screen screen = Screen.terminal(language, columns, Paint.COLOURED);
        REPORTS.forEach((name, report) -> assertThat(report.apply(screen).lines())
                .as("%s in %s at %s columns", name, language, columns)
                .allSatisfy(line -> assertThat(Columns.width(seen(line)))
                        .isLessThanOrEqualTo(Math.max(screen.columns(), widest(line)))));
    }

    /** A word is not broken: an address or a sum is to be copied. */
    private static int widest(String line) {
        String shown = seen(line);
        int margin = shown.length() - shown.stripLeading().length();
        return margin
                + Stream.of(SPACE.split(shown.strip()))
                        .mapToInt(Columns::width)
                        .max()
                        .orElse(0);
    }

    private static String seen(String line) {
        return COLOUR.matcher(line).replaceAll("");
    }

    @Test
    void aScreenIsNeitherTooNarrowForTablesNorTooWideToRead() {
        assertThat(Screen.terminal(Language.EN, 20, Paint.PLAIN).columns()).isEqualTo(72);
        assertThat(Screen.terminal(Language.EN, 111, Paint.PLAIN).columns()).isEqualTo(111);
        assertThat(Screen.terminal(Language.EN, 400, Paint.PLAIN).columns()).isEqualTo(160);
        assertThat(Screen.file(Language.ZH).columns()).isEqualTo(100);
    }
}
