package advisor.advice;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.SideBySide.Flip;
import advisor.request.Question;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparerTest {
    /** A load beyond the largest that is tried has nothing above it. */
    @Test
    void eachTurnOfTheOrderIsToldOnce() {
        Map<String, String> fields = Map.of("model", "deepseek-r1", "streams", "20000");
        SideBySide sides = new Comparer(
                        new Advisor(Shipped.catalog(), Shipped.rules()), Question.of(fields, Shipped.TODAY))
                .compare(List.of("h200-x8", "h20-x8", "b200-x8", "dgx-h200"));
        assertThat(sides.flips().stream().map(Flip::streams)).isNotEmpty().doesNotHaveDuplicates();
    }
}
