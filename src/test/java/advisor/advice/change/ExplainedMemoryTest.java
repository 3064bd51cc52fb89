package advisor.advice.change;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.Advice;
import advisor.facts.Candidate;
import advisor.facts.MemoryPart;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is explained of a memory is what was judged. */
class ExplainedMemoryTest {
    @ParameterizedTest
    @ValueSource(strings = {"bf16", "fp8"})
    void theCacheIsOfTheFormatThatWasAskedFor(String format) {
        Advice advice = Shipped.advise("model", "deepseek-r1", "kv-format", format);
        Candidate candidate = advice.verdict("h200-x8").best().candidate();
        assertThat(Objects.requireNonNull(Explainer.memory(Shipped.catalog(), advice, candidate)
                                .get(MemoryPart.CACHE))
                        .value()
                        .likely())
                .isEqualTo(Objects.requireNonNull(candidate.memory().kvCache()).count());
    }
}
