package advisor.audit.record;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advisor.audit.Small;
import advisor.rules.session.Patience;
import advisor.rules.session.RuleFailure;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DecisionTest {
    /** Whichever thread was late: who waits is told that, and of no fault of the program. */
    @Test
    void whoIsLateIsToldAsSuch() {
        Thread own = Thread.currentThread();
        Patience patience = new Patience(
                Duration.ofMillis(1),
                () -> false,
                () -> Thread.currentThread() == own ? 0 : TimeUnit.MINUTES.toNanos(1),
                () -> 0);
        assertThatThrownBy(() -> Decision.of(Small.question(Map.of()), Small.CATALOG, Small.RULES.within(patience)))
                .isInstanceOf(RuleFailure.class);
    }
}
