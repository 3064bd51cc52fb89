package advisor.sizing.memory;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.facts.Lens;
import advisor.facts.model.Precision;
import advisor.facts.unit.Parameters;
import advisor.facts.unit.Sized;
import advisor.sizing.model.ModelSizing;
import advisor.text.Ids;
import java.util.Collections;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Weights by how a layout treats them, against the configurations. */
class WeightSizingTest {
    /** 58 layers of 256 experts, each three matrices of 7168 × 2048 in FP8 with a scale of 4 bytes for 128 × 128. */
    private static final double R1_EXPERTS = 58L * 256 * 3 * (7168L * 2048 + 7168L / 128 * 2048 / 128 * 4);

    private static final double R1_ENDS = 129_280L * 7_168 * 2;

    @Test
    void deepSeeksPartsAreThoseOfItsConfiguration() {
        WeightParts parts = parts("deepseek-r1", Precision.FP8);
        assertThat(likely(parts.experts())).isEqualTo(R1_EXPERTS);
        assertThat(likely(parts.embedding())).isEqualTo(R1_ENDS);
        assertThat(likely(parts.head())).isEqualTo(R1_ENDS);
        assertThat(parts.layers()).hasSize(61).startsWith(false, false, false, true);
        assertThat(Collections.frequency(parts.layers(), true)).isEqualTo(58);
        assertThat(parts.routedExperts()).isEqualTo(256);
        assertThat(parts.hiddenSize()).isEqualTo(7_168);
        assertThat(likely(parts.uncut())).isGreaterThan(0).isLessThan(likely(parts.all()) * 0.01);
    }

    @Test
    void inFewerBitsWhatIsNoExpertStaysAsPublished() {
        WeightParts published = parts("deepseek-r1", Precision.FP8);
        WeightParts fewer = parts("deepseek-r1", Precision.FP4);
        assertThat(likely(fewer.all())).isLessThan(likely(published.all()) * 0.6);
        assertThat(likely(fewer.all()) - likely(fewer.experts()))
                .isEqualTo(likely(published.all()) - likely(published.experts()));
        assertThat(likely(fewer.uncut())).isEqualTo(likely(published.uncut()));
        assertThat(likely(fewer.embedding())).isEqualTo(R1_ENDS);
    }

    @Test
    void inMoreBitsWhatIsNoExpertGrows() {
        WeightParts published = parts("deepseek-r1", Precision.FP8);
        WeightParts wider = parts("deepseek-r1", Precision.BF16);
        double growth = bits(Precision.BF16) / bits(Precision.FP8);
        assertThat(growth).isBetween(1.8, 2.0);
        assertThat(likely(wider.all()) - likely(wider.experts()))
                .isCloseTo(
                        growth * (likely(published.all()) - likely(published.experts())),
                        Percentage.withPercentage(0.001));
        assertThat(likely(wider.uncut()))
                .isCloseTo(growth * likely(published.uncut()), Percentage.withPercentage(0.001));
    }

    @Test
    void aDenseModelHasNoExperts() {
        WeightParts parts = parts("llama-3.1-70b", Precision.BF16);
        assertThat(likely(parts.experts())).isZero();
        assertThat(parts.layers()).hasSize(80).containsOnly(false);
        assertThat(likely(parts.embedding())).isEqualTo(128_256L * 8_192 * 2);
    }

    private static WeightParts parts(String model, Precision precision) {
        Parameters parameters = Parameters.of(Shipped.catalog().parameters(Shipped.TODAY, Lens.EVIDENCE));
        return Stream.ofNullable(new WeightSizing(
                                Lens.EVIDENCE,
                                ModelSizing.completed(Shipped.catalog().model(model)),
                                parameters)
                        .in(precision, false)
                        .parts())
                .findFirst()
                .orElseThrow();
    }

    private static double bits(Precision precision) {
        return Parameters.of(Shipped.catalog().parameters(Shipped.TODAY, Lens.EVIDENCE))
                .value("sizing/bits-per-weight-" + Ids.of(precision.storedAs()));
    }

    private static double likely(Sized sized) {
        return sized.bytes().count();
    }
}
