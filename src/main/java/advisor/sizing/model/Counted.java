package advisor.sizing.model;

import advisor.facts.model.ExpertConfig;
import advisor.facts.model.ModelConfig;
import advisor.facts.model.TensorClass;
import advisor.facts.model.TensorGroup;
import advisor.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the tensors that a configuration calls for come to.
 *
 * @param groups by class and format; empty if the quantisation is not known
 * @param reason why nothing could be counted; {@code null} if it could
 * @param doubt why the multi-token-prediction module could not
 * @param assumptions under which the rest was
 */
record Counted(
        long parameters,
        long activeParameters,
        long predictingParameters,
        List<TensorGroup> groups,
        @Nullable Text reason,
        @Nullable Text doubt,
        List<Text> assumptions) {

    static Counted impossible(Text reason) {
        return new Counted(0, 0, 0, List.of(), reason, null, List.of());
    }

    /** @throws ArithmeticException if nobody could count so far */
    static Counted of(ModelConfig config) {
        WeightTensors.Plan plan = WeightTensors.of(config);
        Family family = Family.of(config);
        if (plan.reason() != null || family == null) {
            return plan.reason() == null ? impossible(new Text("", "")) : impossible(plan.reason());
        }
        long all = parameters(plan.tensors(), null);
        long predicting = parameters(plan.tensors(), TensorClass.MULTI_TOKEN_PREDICTION);
        long routed = parameters(plan.tensors(), TensorClass.ROUTED_EXPERTS);
        long language = all - predicting - parameters(plan.tensors(), TensorClass.OTHER);
        return new Counted(
                language,
                language - idle(routed, config.experts()),
                predicting,
                groups(plan.tensors(), config, family),
                null,
                Prediction.of(config, family).doubt(),
                assumptions(config, family));
    }

    /** Weights of the experts that a token does not use. */
    private static long idle(long routed, ExpertConfig experts) {
        Integer count = experts.routed();
        Integer perToken = experts.perToken();
        return count == null || perToken == null ? 0 : routed / count * Math.max(0, count - perToken);
    }

    private static long parameters(List<WeightTensor> tensors, @Nullable TensorClass only) {
        long sum = 0;
        for (WeightTensor tensor : tensors) {
            if (only == null || tensor.tensorClass() == only) {
                sum = Math.addExact(sum, tensor.parameters());
            }
        }
        return sum;
    }

    private static List<TensorGroup> groups(List<WeightTensor> tensors, ModelConfig config, Family family) {
        if (!config.quantisation().counted()) {
            return List.of();
        }
        Storage storage = new Storage(config, family.hasShortScales());
        Tally tally = new Tally();
        for (WeightTensor tensor : tensors) {
            Storage.Stored stored = storage.of(tensor);
            tally.add(tensor.tensorClass(), stored.format(), tensor.parameters(), stored.bytes());
        }
        return tally.groups();
    }

    private static List<Text> assumptions(ModelConfig config, Family family) {
        List<Text> assumptions = new ArrayList<>();
        if (config.tiedEmbeddings() == null) {
            assumptions.add(
                    family.isTied(config)
                            ? new Text(
                                    "tie_word_embeddings is absent: the head is taken to be the embedding, as in the"
                                            + " published code",
                                    "缺少 tie_word_embeddings：按公开代码，输出头与词嵌入共用")
                            : new Text(
                                    "tie_word_embeddings is absent: a head of its own is assumed",
                                    "缺少 tie_word_embeddings：假定输出头独立"));
        }
        if (!config.assumed().isEmpty()) {
            String keys = String.join(", ", config.assumed());
            assumptions.add(new Text(
                    "left out, and taken as the published code of %s has it: %s".formatted(config.type(), keys),
                    "配置未写，按 %s 的公开代码取：%s".formatted(config.type(), keys)));
        }
        if (config.valueType() == null && !family.isKnownBrainFloat()) {
            assumptions.add(new Text("torch_dtype is absent: 16 bits are assumed", "缺少 torch_dtype：假定为 16 位"));
        }
        return assumptions;
    }
}
