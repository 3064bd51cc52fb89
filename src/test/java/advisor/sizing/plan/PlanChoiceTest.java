package advisor.sizing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.facts.Request;
import advisor.facts.model.Precision;
import advisor.request.RequestForm;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanChoiceTest {
    @ParameterizedTest
    @EnumSource(
            value = Precision.class,
            names = {"GGUF_Q4", "GGUF_Q2", "GGUF_Q1"})
    void aProcessorAloneRunsLlamaCpp(Precision precision) {
        assertThat(engine("deepseek-r1", "cpu-epyc-dual", precision)).isEqualTo("llama.cpp");
    }

    @Test
    void aCardBesideAProcessorRunsKTransformers() {
        assertThat(engine("deepseek-r1", "ktransformers-epyc-4090", Precision.GGUF_Q4))
                .isEqualTo("ktransformers");
    }

    @Test
    void anAdaCardRunsWeightsPublishedInFourBits() {
        assertThat(engine("gpt-oss-20b", "rtx-4090-x1", Precision.FP4)).isEqualTo("vllm");
    }

    @Test
    void aBlackwellUltraRunsWeightsPublishedInSixteenBits() {
        assertThat(engine("llama-3.1-70b", "b300-x8", Precision.BF16)).isEqualTo("sglang");
    }

    private static String engine(String model, String option, Precision precision) {
        Request request = new RequestForm(Map.of("model", model)).request(Shipped.TODAY);
        return new PlanChoice(
                        request,
                        Shipped.catalog().model(model),
                        Shipped.catalog().engines().values())
                .choices(Shipped.catalog().option(option)).stream()
                        .map(engines -> engines.get(0).plan())
                        .filter(plan -> plan.precision() == precision)
                        .findFirst()
                        .orElseThrow()
                        .engineName();
    }
}
