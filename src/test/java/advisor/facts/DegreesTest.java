package advisor.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DegreesTest {
    @ParameterizedTest
    @CsvSource({
        "tp8, tp8, 8",
        "TP2 × DP4, tp2dp4, 8",
        "pp2, tp1pp2, 2",
        "pp2-tp4, tp4pp2, 8",
        "dp8ep8, tp1dp8ep8, 8",
        "tp8ep8, tp8ep8, 8",
        "tp8 ep1, tp8, 8",
    })
    void aLayoutIsReadAndWrittenInOneWay(String text, String written, int devices) {
        Degrees degrees = Degrees.parse(text).orElseThrow();
        assertThat(degrees.written()).isEqualTo(written);
        assertThat(degrees.devices()).isEqualTo(devices);
        assertThat(Degrees.parse(written)).contains(degrees);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8", "tp", "tp0", "tp8tp2", "tp8ep4", "xp8", "tp8 of 16", "tp9999"})
    void whatIsNoLayoutIsNone(String text) {
        assertThat(Degrees.parse(text)).isEmpty();
    }

    @Test
    void devicesThatTakeNoPartIdle() {
        assertThat(Degrees.parse("tp4").orElseThrow().over(8).idleDevices()).isEqualTo(4);
    }
}
