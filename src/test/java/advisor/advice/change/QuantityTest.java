package advisor.advice.change;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.advice.change.Counterfactual.Change;
import advisor.advice.change.Counterfactual.Of;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({
        "REQUEST, budget, 2000000CNY, 2550000CNY, 2275000CNY, 550000",
        "REQUEST, streams, 64, 32, 48, -32",
        "REQUEST, streams, 64, 61, 63, -3",
        "REQUEST, max-power-kw, 10.5, 12, 11.2, 1.5",
        "REQUEST, min-speed, 1, 0.5, 0.8, -0.5",
        "OFFER, device-hour, 3USD, 2.5USD, 2.75USD, -0.5",
        "OFFER, memory-gb, 80, 96, 88, 16",
    })
    void halfAChangeLiesBetween(Of of, String field, String from, String to, String half, String delta) {
        Change change = new Change(of, field, from, to);
        assertThat(Quantity.half(change)).isEqualTo(new Change(of, field, from, half));
        assertThat(Quantity.delta(change)).isEqualByComparingTo(delta);
    }

    @ParameterizedTest
    @CsvSource({"REQUEST, streams, 2, 1", "REQUEST, min-speed, 1, 0.9", "REQUEST, warranty, dealer, none"})
    void theSmallestChangeAndAChoiceHaveNoHalf(Of of, String field, String from, String to) {
        assertThat(Quantity.half(new Change(of, field, from, to))).isNull();
    }

    @Test
    void aPriceThatWasNotKnownBeforeIsNoDifference() {
        assertThat(Quantity.half(new Change(Of.OFFER, "price", null, "100CNY"))).isNull();
    }
}
