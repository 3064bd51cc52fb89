package advisor.sizing.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import advisor.Shipped;
import advisor.facts.unit.Bytes;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What attention computes over a prompt, of the models that are shipped. */
class AttentionWorkTest {
    private static final double SOME_BYTES = 1e5;

    static Stream<String> models() {
        return Shipped.catalog().models().keySet().stream().filter(id -> shape(id) != null);
    }

    @ParameterizedTest
    @MethodSource("models")
    void aLongerPromptTakesMoreAndNeverMoreThanIfEveryLayerLookedAtEverything(String id) {
        ModelShape shape = shapeOf(id);
        for (double tokens = 1; tokens < 200_000; tokens *= 1.7) {
            double work = shape.attentionWork().ofPrompt(tokens);
            assertThat(shape.attentionWork().ofPrompt(tokens + 1)).isGreaterThan(work);
            assertThat(shape.attentionWork().read(tokens)).isPositive().isLessThanOrEqualTo(tokens);
            assertThat(work).isLessThanOrEqualTo(1.25 * everything(shape, tokens));
        }
    }

    /** By hand: half of 36 layers see 128 tokens, 64 heads of 64; one layer of four keeps a cache; an index of 64 × 128. */
    @ParameterizedTest
    @CsvSource({
        "deepseek-r1, 61, 20480",
        "gpt-oss-120b, 18.1437, 4096",
        "qwen3-next-80b-a3b, 12, 4096",
        "deepseek-v3.2, 19.7581, 20480"
    })
    void layersThatSeeLessCountLess(String id, double layers, double width) {
        double tokens = 32_000;
        double perPair = shapeOf(id).attentionWork().ofPrompt(tokens) / (tokens * tokens * width);
        assertThat(perPair).isCloseTo(layers, within(0.001));
    }

    @Test
    void aStepReadsTheTokensThatTheIndexPicksAndTheIndex() {
        AttentionWork sparse = shapeOf("deepseek-v3.2").attentionWork();
        assertThat(sparse.read(2_000)).isEqualTo(2_000);
        assertThat(sparse.read(32_000)).isCloseTo((2_048 * 1_152 + 32_000 * 132) / (1_152.0 + 132), within(1e-6));
        assertThat(shapeOf("deepseek-r1").attentionWork().read(32_000)).isEqualTo(32_000);
    }

    /** An index adds to what its layers look at while they still look at everything. */
    private static double everything(ModelShape shape, double tokens) {
        double width = shape.attentionWork().looks().get(0).width();
        return shape.layers() * width * tokens * tokens;
    }

    private static ModelShape shapeOf(String id) {
        ModelShape shape = shape(id);
        assertThat(shape).as(id).isNotNull();
        return Objects.requireNonNull(shape);
    }

    private static @Nullable ModelShape shape(String id) {
        return new ModelShapes(Shapes.model(id)).of(new Bytes(1_000_000_000L), SOME_BYTES);
    }
}
