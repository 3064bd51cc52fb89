package advisor.advice;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.facts.Request;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import advisor.request.Question;
import advisor.request.RequestForm;
import advisor.sizing.Fixture;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Advice on models that are described by their files. */
class DescribedModelTest {
    private static final Advisor ADVISOR = new Advisor(Shipped.catalog(), Shipped.rules());

    static Stream<String> models() {
        return Fixture.names().stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyOptionGetsAVerdict(String model) {
        for (String lens : Set.of("evidence", "founding")) {
            Advice advice = advise(model, lens);
            assertThat(advice.model().id()).isEqualTo(model);
            assertThat(advice.request().model()).isEqualTo(model);
            assertThat(judged(advice))
                    .containsAll(Shipped.catalog().options().values().stream()
                            .filter(advice.request()::asksOf)
                            .map(DeploymentOption::id)
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"qwen3-8b", "deepseek-r1"})
    void whatIsPutTogetherForItIsTheSameInAnAdviceAndInWhatExplainsIt(String model) {
        Question question = question(model, "evidence");
        Set<String> composed = judged(ADVISOR.assess(question).advice());
        composed.removeAll(Shipped.catalog().options().keySet());
        Set<String> explained =
                new TreeSet<>(ADVISOR.knowing(question).catalog().options().keySet());
        explained.removeAll(Shipped.catalog().options().keySet());
        assertThat(composed).isNotEmpty().isEqualTo(explained);
    }

    private static Set<String> judged(Advice advice) {
        return advice.verdicts().stream()
                .map(verdict -> verdict.option().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A machine is out for other reasons, or undecided; it never passes for fitting. */
    @ParameterizedTest
    @ValueSource(strings = {"deepseek-v4-flash", "deepseek-v4-pro"})
    void noMachineIsFoundViableForAModelOfUnknownSize(String model) {
        Set<Stance> stances = advise(model, "evidence").verdicts().stream()
                .filter(verdict -> verdict.option().kind() != OptionKind.API)
                .map(verdict -> verdict.best().stance())
                .collect(Collectors.toSet());
        assertThat(stances).contains(Stance.UNDECIDED).isSubsetOf(Stance.UNDECIDED, Stance.REJECTED);
    }

    @Test
    void theDecisionIsNamedAfterTheFiles() {
        assertThat(advise("qwen3-8b", "evidence").decisionId())
                .isEqualTo(advise("qwen3-8b", "evidence").decisionId())
                .isNotEqualTo(advise("qwen3-32b", "evidence").decisionId())
                .isNotEqualTo(ADVISOR.advise(request("qwen3-8b", "evidence")).decisionId());
    }

    private static Advice advise(String model, String lens) {
        return ADVISOR.assess(question(model, lens)).advice();
    }

    private static Question question(String model, String lens) {
        return Question.of(Map.of("model", model, "lens", lens), Shipped.TODAY, id -> Fixture.facts(id));
    }

    private static Request request(String model, String lens) {
        return new RequestForm(Map.of("model", model, "lens", lens)).request(Shipped.TODAY);
    }
}
