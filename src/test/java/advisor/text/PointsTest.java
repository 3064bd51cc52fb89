package advisor.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PointsTest {
    @Test
    void pointsHaveASignUnlessThereAreNone() {
        assertThat(Points.of(5)).isEqualTo("+5");
        assertThat(Points.of(-5)).isEqualTo("−5");
        assertThat(Points.of(0)).isEqualTo("0");
        assertThat(Points.orDot(0)).isEqualTo("·");
        assertThat(Points.orDot(-5)).isEqualTo("−5");
    }
}
