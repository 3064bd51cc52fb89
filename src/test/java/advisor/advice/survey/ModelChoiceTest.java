package advisor.advice.survey;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.advice.OptionVerdict;
import advisor.advice.survey.ModelChoice.ModelPlan;
import advisor.advice.survey.ModelChoice.Standing;
import advisor.request.ModelList;
import advisor.request.Question;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelChoiceTest {
    private static final Advisor ADVISOR = new Advisor(Shipped.catalog(), Shipped.rules());

    @ParameterizedTest
    @CsvSource({"CN, any, 3000000CNY", "US, on-premises, 100000USD", "CN, on-premises, 20000CNY"})
    void theCheapestIsTheLeastOfThoseThatCarryTheLoadAndEachIsAsItIsAlone(
            String country, String privacy, String budget) {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "model", "any-of:qwen3-8b,qwen3-32b,deepseek-r1",
                "jurisdiction", country,
                "privacy", privacy,
                "budget", budget));
        ModelChoice choice = ModelChoice.of(
                ADVISOR,
                ModelList.each(fields).stream()
                        .map(each -> Question.of(each, Shipped.TODAY))
                        .toList());
        assertThat(choice.ranked().stream().map(ModelPlan::standing).toList()).isSorted();
        List<ModelPlan> carrying = choice.ranked().stream()
                .filter(plan -> plan.standing() == Standing.CARRIES)
                .toList();
        assertThat(choice.cheapest().map(ModelPlan::likelyTotal))
                .isEqualTo(carrying.stream()
                        .flatMap(plan -> Stream.ofNullable(plan.likelyTotal()))
                        .min(Comparator.naturalOrder()));
        assertThat(choice.ranked()).hasSize(3);
        choice.ranked().forEach(plan -> {
            fields.put("model", plan.model().id());
            Advice alone = Shipped.advise(fields);
            assertThat(plan.advice().decisionId()).isEqualTo(alone.decisionId());
            OptionVerdict first = alone.lawful().isEmpty()
                    ? alone.verdicts().get(0)
                    : alone.lawful().get(0);
            assertThat(plan.option().best().candidate().id())
                    .isEqualTo(first.best().candidate().id());
            assertThat(plan.option().best().score()).isEqualTo(first.best().score());
        });
    }
}
