package advisor.facts.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {
    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberIsNoInterval(double value) {
        assertThatThrownBy(() -> Interval.exactly(value)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Interval(1, value, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsFastestTakesTheLeastTime() {
        assertThat(new Interval(2, 4, 8).inverse()).isEqualTo(new Interval(0.125, 0.25, 0.5));
    }
}
