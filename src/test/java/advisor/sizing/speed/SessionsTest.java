package advisor.sizing.speed;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.facts.Lens;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Parameters;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionsTest {
    private static final Offset<Double> CLOSE = Offset.offset(1e-9);
    private static final Parameters PARAMETERS =
            Parameters.of(Shipped.catalog().parameters(Shipped.TODAY, Lens.EVIDENCE));

    @Test
    void asManyStayAsFitOfThoseThatAreOpen() {
        Sessions sessions = sessions("users", "50", "prefix-cache-share", "0.9", "active-share", "0.1");
        assertThat(sessions.ofAStream()).isEqualTo(5, CLOSE);
        assertThat(sessions.keptShare(5, Interval.exactly(10))).isEqualTo(0.4, CLOSE);
        assertThat(sessions.keptShare(5, Interval.exactly(40))).isEqualTo(1);
    }

    @Test
    void aLoadInStreamsTellsOfNoOtherSession() {
        assertThat(sessions("streams", "50", "prefix-cache-share", "0.9").keptShare(50, Interval.exactly(50)))
                .isEqualTo(1);
    }

    @Test
    void ofPromptsThatNobodySawNothingIsKept() {
        assertThat(sessions("users", "50").keptShare(5, Interval.exactly(1))).isEqualTo(1);
        assertThat(sessions("users", "50", "prefix-cache-share", "0").keptShare(5, Interval.exactly(1)))
                .isEqualTo(1);
    }

    /** One answer at a time, so that one unit does whatever else is open. */
    @ParameterizedTest
    @ValueSource(strings = {"rtx-pro-6000-x1", "dgx-spark", "framework-desktop-128"})
    void theMoreSessionsAreOpenTheLaterComesTheFirstToken(String option) {
        Double[] waits =
                Stream.of("0.1", "0.4", "1").map(share -> waits(option, share)).toArray(Double[]::new);
        assertThat(waits).isSorted();
        assertThat(waits[2]).isGreaterThan(waits[0]);
    }

    /** One advisor answers both, and keeps what it laid out. */
    @Test
    void whatWasLaidOutForStreamsIsNotTakenForUsers() {
        double ofStreams = kept("streams", "5");
        assertThat(kept("users", "50")).isLessThan(ofStreams / 2);
        assertThat(kept("streams", "5")).isEqualTo(ofStreams);
    }

    private static double kept(String load, String count) {
        return Shipped.advise("model", "qwen3-32b", "preset", "agent", load, count, "own", "4 x nvidia-rtx-4090")
                .verdict("own-4-nvidia-rtx-4090")
                .best()
                .candidate()
                .performance()
                .keptSessionShare();
    }

    private static Double waits(String option, String share) {
        return Shipped.advise(
                        "model", "qwen3-32b", "preset", "agent", "users", "10", "assume", "load/session-share=" + share)
                .verdict(option)
                .best()
                .candidate()
                .performance()
                .likelyTimeToFirstTokenSeconds();
    }

    private static Sessions sessions(String... fields) {
        String[] model = {"model", "qwen3-32b"};
        return Sessions.of(
                Shipped.request(
                        Stream.concat(Stream.of(model), Stream.of(fields)).toArray(String[]::new)),
                PARAMETERS);
    }
}
