package advisor.sizing.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** MLPerf's offline results, none of which was fitted, by the formula that the advice uses. */
class OfflineRunsTest {
    private static final List<OfflineRun> RUNS = OfflineRun.all();

    @Test
    void steadyOnesOfNvidiaLieAroundTheirEstimate() {
        List<OfflineRun> runs = RUNS.stream()
                .filter(run -> run.steady() && run.accelerator().startsWith("nvidia"))
                .toList();
        assertThat(runs).hasSizeGreaterThan(30);
        assertThat(OfflineRun.median(runs, OfflineRun::off)).isCloseTo(1, Percentage.withPercentage(5));
        assertThat(runs.stream().filter(OfflineRun::inside)).hasSizeGreaterThanOrEqualTo(runs.size() * 4 / 5);
    }

    /** Their longest answers decide, which no steady load knows; still they are not promised twice what they do. */
    @Test
    void noneOfR1IsPromisedTwice() {
        assertThat(RUNS.stream().filter(run -> !run.steady())).isNotEmpty().allSatisfy(run -> assertThat(run.off())
                .isLessThan(1.8));
    }

    @Test
    void thoseOfAmdLieInsideTheirInterval() {
        List<OfflineRun> runs =
                RUNS.stream().filter(run -> run.accelerator().startsWith("amd")).toList();
        assertThat(runs).hasSize(6).allMatch(OfflineRun::inside);
        assertThat(OfflineRun.median(runs, OfflineRun::off)).isCloseTo(1, Percentage.withPercentage(20));
    }
}
