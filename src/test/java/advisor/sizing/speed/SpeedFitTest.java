package advisor.sizing.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeedFitTest {
    private static final Path PAGE = Path.of("src/docs/speed.md");
    private static final List<MeasuredRun> RUNS = MeasuredRun.fitted();

    @Test
    void everyRunIsRead() {
        assertThat(RUNS).hasSize(453);
        assertThat(RUNS.stream().map(MeasuredRun::group).distinct()).hasSizeGreaterThan(18);
    }

    @Test
    void theFitReportIsUpToDate() throws IOException {
        String page = SpeedFitPage.of(RUNS);
        if (Boolean.getBoolean("golden.update") && System.getenv("CI") == null) {
            Files.writeString(PAGE, page);
        }
        assertThat(page).isEqualTo(Files.readString(PAGE));
    }
}
