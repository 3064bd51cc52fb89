package advisor.sizing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.facts.Layout;
import advisor.facts.Request;
import advisor.facts.machine.Engine;
import advisor.facts.model.Precision;
import advisor.request.RequestForm;
import advisor.sizing.model.ModelSizing;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutsTest {
    /** 1536 values of an expert over 8 devices are 192 each, and a block holds 128. */
    @Test
    void expertsThatWouldBeCutWithinABlockAreDealtOutWhole() {
        assertThat(labels("qwen3-235b-a22b-fp8", "vllm", Precision.FP8))
                .contains("TP8 × EP8", "TP4 × DP2", "TP2 × DP4")
                .doesNotContain("TP8");
    }

    @Test
    void anEngineThatCannotDealThemOutLeavesTheLayoutOut() {
        assertThat(labels("qwen3-235b-a22b-fp8", "vllm", Precision.FP8, false))
                .doesNotContain("TP8", "TP8 × EP8")
                .contains("TP4");
    }

    @ParameterizedTest
    @CsvSource({"qwen3-235b-a22b-fp8, INT4", "qwen3-235b-a22b, BF16", "deepseek-r1, FP8", "llama-3.1-70b, FP8"})
    void whatIsCutEvenlyOrHasNoBlocksStaysAsItIs(String model, Precision precision) {
        assertThat(labels(model, "vllm", precision)).contains("TP8").noneMatch(label -> label.contains("EP"));
    }

    @ParameterizedTest
    @CsvSource({"8, 8, 1, 1, 8, 1", "16, 8, 2, 1, 8, 2", "16, 16, 1, 1, 8, 2", "16, 4, 1, 1, 8, 1", "24, 5, 3, 1, 8, 3"
    })
    void nodesThatTakePart(int devices, int tensor, int data, int stages, int ofANode, int nodes) {
        assertThat(new Layout(devices, tensor, data, stages).usedNodes(ofANode)).isEqualTo(nodes);
    }

    private static List<String> labels(String model, String engine, Precision precision) {
        return labels(model, engine, precision, true);
    }

    private static List<String> labels(String model, String engine, Precision precision, boolean dealsOut) {
        Engine known = Shipped.catalog().engines().get(engine);
        return new Layouts(request(), ModelSizing.completed(Shipped.catalog().model(model)))
                .of(8, 1, dealsOut ? known : tensorOnly(known), precision).stream()
                        .map(Layout::label)
                        .toList();
    }

    private static Engine tensorOnly(Engine engine) {
        return new Engine(
                engine.id(),
                engine.title(),
                java.util.Set.of(advisor.facts.machine.Parallelism.TENSOR),
                null,
                null,
                null,
                null,
                false,
                engine.hardware(),
                engine.supports(),
                engine.refusals(),
                engine.measured());
    }

    private static Request request() {
        return new RequestForm(new TreeMap<>(Map.of("model", "deepseek-r1"))).request(Shipped.TODAY);
    }
}
