package advisor.facts.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecisionFloorTest {
    @ParameterizedTest
    @CsvSource({
        "NATIVE, FP8, FP8, true",
        "NATIVE, W8A16, FP8, true",
        "NATIVE, BF16, FP8, true",
        "NATIVE, INT8, FP8, false",
        "INT8, INT8, FP8, true",
        "INT8, INT4, FP8, false",
        "INT8, FP8, BF16, true",
        "NATIVE, FP8, BF16, false",
        "NATIVE, FP4, FP4, true",
        "FOUR_BIT, GGUF_Q4, FP8, true",
        "FOUR_BIT, GGUF_Q2, FP8, false",
        "ANY, GGUF_Q1, FP8, true",
        "NATIVE, HOSTED, FP8, true",
    })
    void weightsAreFaithfulEnough(PrecisionFloor floor, Precision precision, Precision published, boolean accepted) {
        assertThat(floor.accepts(precision, published)).isEqualTo(accepted);
    }
}
