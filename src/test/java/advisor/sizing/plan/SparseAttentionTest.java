package advisor.sizing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.facts.Plan;
import advisor.facts.Request;
import advisor.facts.machine.ComputeMode;
import advisor.facts.machine.Engine;
import advisor.facts.machine.Engine.Runs;
import advisor.facts.model.Precision;
import advisor.facts.model.SparseAttention;
import advisor.request.RequestForm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparseAttentionTest {
    @ParameterizedTest
    @CsvSource({"deepseek-v3.2, INDEXED", "glm-5-fp8, INDEXED", "deepseek-v4-flash, COMPRESSED", "deepseek-r1,"})
    void theConfigurationTellsTheKind(String model, SparseAttention kind) {
        assertThat(Shipped.catalog().model(model).sparseAttention()).isEqualTo(kind);
    }

    /** No engine's file says that its kernels run on Ampere, but that of one that does without them or in plain operations. */
    @ParameterizedTest
    @CsvSource({"deepseek-v3.2", "glm-5-fp8", "deepseek-v4-flash"})
    void onAmpereLlamaCppAloneIsKnownToHaveIt(String model) {
        assertThat(plans(model, "a100-x8").stream().filter(Plan::knownToRun).map(Plan::engineName))
                .isSubsetOf("llama.cpp");
    }

    @Test
    void whatNoFileSaysOfAnAttentionIsNotKnown() {
        Engine mindie = Shipped.catalog().engines().get("mindie");
        assertThat(runs(mindie, Precision.INT8, "deepseek-v3.2", "huawei-ascend-910b"))
                .isInstanceOf(Runs.NotKnown.class);
        assertThat(runs(mindie, Precision.INT8, "deepseek-r1", "huawei-ascend-910b"))
                .isInstanceOf(Runs.Since.class);
    }

    @Test
    void whatASourceSaysThatItDoesNotRunIsRefused() {
        Engine vllm = Shipped.catalog().engines().get("vllm");
        assertThat(runs(vllm, Precision.INT4, "deepseek-v3.2", "nvidia-a100-sxm4-80gb"))
                .isInstanceOf(Runs.No.class);
    }

    @Test
    void whoTriesItOnADeviceTriesTheAttentionToo() {
        Engine mindie = Shipped.catalog().engines().get("mindie");
        Engine tried = mindie.tried(
                Precision.FP8,
                Shipped.catalog().model("deepseek-v3.2"),
                Shipped.catalog().accelerator("huawei-ascend-910b"),
                Shipped.TODAY);
        assertThat(runs(tried, Precision.FP8, "deepseek-v3.2", "huawei-ascend-910b"))
                .isInstanceOf(Runs.Since.class);
    }

    /** An engine for experts in a host's memory is none for eight cards that hold them all. */
    @Test
    void anEngineForAHostsMemoryRunsWhereSomethingIsKeptThere() {
        assertThat(plans("deepseek-r1", "a100-x8").stream()
                        .filter(plan -> plan.mode() != ComputeMode.NOT_KNOWN)
                        .map(Plan::engineName))
                .doesNotContain("ktransformers");
    }

    private static Runs runs(Engine engine, Precision format, String model, String device) {
        return engine.runs(
                format, Shipped.catalog().model(model), Shipped.catalog().accelerator(device), Shipped.TODAY);
    }

    private static List<Plan> plans(String model, String option) {
        Request request = new RequestForm(Map.of("model", model)).request(Shipped.TODAY);
        return new PlanChoice(
                        request,
                        Shipped.catalog().model(model),
                        Shipped.catalog().engines().values())
                .choices(Shipped.catalog().option(option)).stream()
                        .flatMap(List::stream)
                        .map(PlanChoice.Choice::plan)
                        .toList();
    }
}
