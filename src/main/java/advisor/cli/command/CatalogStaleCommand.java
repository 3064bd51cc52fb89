package advisor.cli.command;

import advisor.catalog.Catalog;
import advisor.catalog.FigurePlaces;
import advisor.cli.option.Answer;
import advisor.report.text.StaleText;
import advisor.workshop.StaleFigure;
import java.time.LocalDate;
import java.time.ZoneOffset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code advisor catalog stale}. */
@Command(
        name = "stale",
        description = "Dated figures by how many sample requests rest on them, the weakest and oldest first.",
        mixinStandardHelpOptions = true)
final class CatalogStaleCommand implements Runnable {
    @Option(names = "--as-of", paramLabel = "DAY", description = "Day at which ages are told; default: today.")
    private LocalDate day = LocalDate.now(ZoneOffset.UTC);

    @Option(names = "--all", description = "Also figures on which no request rests.")
    private boolean all;

    @Mixin
    private final Answer answer = new Answer();

    @Override
    public void run() {
        Catalog catalog = answer.catalog();
        StaleFigure.Survey survey = StaleFigure.of(catalog, answer.rules(), answer.samples(), day);
        FigurePlaces places = new FigurePlaces(catalog);
        answer.print(
                () -> StaleText.json(survey, day, places::of),
                screen -> StaleText.of(survey, day, places::of, all, screen));
    }
}
