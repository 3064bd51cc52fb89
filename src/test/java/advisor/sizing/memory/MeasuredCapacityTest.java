package advisor.sizing.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What engines said when they started against what is calculated. */
class MeasuredCapacityTest {
    private static final double MEDIAN = 0.03;
    private static final double MOST_PADDING_UNKNOWN = 0.025;

    static List<MeasuredCapacity> rows() {
        return MeasuredCapacity.all();
    }

    @Test
    void theRoomForTheCacheIsWithinATenthOnThreeOfFour() {
        List<Double> errors = MeasuredCapacity.errors();
        assertThat(errors.get(errors.size() / 2)).isLessThan(MEDIAN);
        assertThat(errors.stream().filter(error -> error <= MeasuredCapacity.GOAL))
                .hasSizeGreaterThanOrEqualTo(errors.size() * 3 / 4);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatIsLoadedIsWhatTheEngineSays(MeasuredCapacity row) {
        if (!row.loadedGib().isEmpty()) {
            double said = Double.parseDouble(row.loadedGib());
            assertThat(row.loaded() / said - 1).isBetween(-MOST_PADDING_UNKNOWN, MOST_PADDING_UNKNOWN);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatLeftNoRoomDoesNotFit(MeasuredCapacity row) {
        assertThat(row.left() <= 0).isEqualTo(row.measured() <= 0);
    }
}
