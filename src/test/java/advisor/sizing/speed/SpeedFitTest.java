package advisor.sizing.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeedFitTest {
    private static final Path PAGE = Path.of("src/docs/speed.md");

    @Test
    void everyRunIsRead() {
        List<MeasuredRun> runs = MeasuredRun.all();
        assertThat(runs).hasSize(1124);
        assertThat(MeasuredRun.fitted()).hasSize(1040);
        assertThat(runs.stream().map(MeasuredRun::group).distinct()).hasSizeGreaterThan(30);
    }

    /** What no fit saw: runs that most likely guessed a token ahead, by the share of guesses that others published. */
    @Test
    void oneGuessAheadExplainsTheRunsThatAreTooFast() {
        List<MeasuredRun> runs = MeasuredRun.all().stream()
                .filter(run -> run.note().equals("hidden-speed-up"))
                .toList();
        GuessedRuns guessed = new GuessedRuns(runs, FittedCatalog.FIT);
        assertThat(median(guessed, 0)).isGreaterThan(1.3);
        assertThat(median(guessed, 1)).isBetween(0.9, 1.1);
    }

    private static double median(GuessedRuns guessed, int guesses) {
        return SpeedFit.median(guessed.runs().stream()
                .mapToDouble(run -> guessed.off(run, guesses))
                .toArray());
    }

    @Test
    void theFitReportIsUpToDate() throws IOException {
        String page = SpeedFitPage.of(MeasuredRun.all(), FittedCatalog.FIT, FittedCatalog.CONFORMAL);
        if (Boolean.getBoolean("golden.update") && System.getenv("CI") == null) {
            Files.writeString(PAGE, page);
            FittedCatalog.write();
        }
        assertThat(page).isEqualTo(Files.readString(PAGE));
    }
}
