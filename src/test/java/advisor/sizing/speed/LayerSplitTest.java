package advisor.sizing.speed;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.facts.Candidate;
import advisor.facts.Request;
import advisor.facts.unit.Parameters;
import advisor.request.RequestForm;
import advisor.sizing.model.ModelSizing;
import advisor.sizing.plan.Candidates;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cards that work in turn are no faster than the same cards together. */
class LayerSplitTest {
    @ParameterizedTest
    @CsvSource({
        "glm-5-fp8, b200-x8",
        "deepseek-v3.2, b200-x8",
        "deepseek-r1, b200-x8",
        "deepseek-r1, h200-x8",
        "qwen3-235b-a22b-fp8, h200-x8",
        "qwen3-235b-a22b-fp8, b200-x8",
        "llama-3.1-405b, b200-x8",
        "llama-3.1-70b, h200-x8"
    })
    void oneStreamIsNotFasterInTurnThanTogether(String model, String option) {
        List<Candidate> all = candidates(model, option);
        assertThat(fastest(all, candidate -> "llama.cpp".equals(candidate.plan().engine())))
                .isPositive()
                .isLessThan(fastest(
                        all, candidate -> !"llama.cpp".equals(candidate.plan().engine())));
    }

    private static double fastest(List<Candidate> all, Predicate<Candidate> wanted) {
        return all.stream()
                .filter(wanted)
                .map(candidate -> candidate.performance().likelyTokensPerSecondPerUser())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static List<Candidate> candidates(String model, String option) {
        Request request = new RequestForm(Map.of("model", model, "streams", "1")).request(Shipped.TODAY);
        return new Candidates(
                        request,
                        ModelSizing.completed(Shipped.catalog().model(model)),
                        Shipped.catalog().engines().values(),
                        Parameters.of(Shipped.catalog().parameters(Shipped.TODAY, request.lens())))
                .ofOneUnit(Shipped.catalog().option(option));
    }
}
