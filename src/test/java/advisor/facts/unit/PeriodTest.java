package advisor.facts.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static final LocalDate START = LocalDate.of(2025, 2, 11);
    private static final LocalDate END = LocalDate.of(2025, 4, 9);

    @Test
    void theStartBelongsToItAndTheEndDoesNot() {
        Period period = new Period(START, END);
        assertThat(period.contains(START)).isTrue();
        assertThat(period.contains(START.minusDays(1))).isFalse();
        assertThat(period.contains(END.minusDays(1))).isTrue();
        assertThat(period.contains(END)).isFalse();
    }

    @Test
    void periodsThatTouchDoNotOverlap() {
        assertThat(new Period(START, END).overlaps(new Period(END, null))).isFalse();
        assertThat(new Period(START, END).overlaps(new Period(END.minusDays(1), null)))
                .isTrue();
        assertThat(new Period(START, null).overlaps(new Period(END, null))).isTrue();
    }
}
