package advisor.sizing.model;

import advisor.facts.model.ModelConfig;
import advisor.text.Text;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the checkpoint holds of multi-token prediction.
 *
 * @param layers 0 if there is none, or nothing is known of it
 * @param ownFolder whether it is a module of its own instead of a layer behind the last
 * @param copies whether it brings its own embedding and head
 * @param doubt why its size is not known; {@code null} if it is
 */
record Prediction(int layers, boolean ownFolder, @Nullable Boolean copies, @Nullable Text doubt) {
    private static final Prediction NONE = new Prediction(0, false, null, null);

    static Prediction of(ModelConfig config, Family family) {
        Integer layers = config.predictionLayers();
        return switch (family) {
            case MIMO -> layers == null ? silent() : unclear();
            case QWEN3_NEXT, QWEN3_5 -> layers == null ? silent() : new Prediction(layers, true, false, null);
            case DEEPSEEK_V3, GLM_MOE_DSA, GLM4_MOE ->
                layers == null || layers == 0 ? NONE : new Prediction(layers, false, copies(config, family), null);
            case NEMOTRON_H ->
                layers == null || layers == 0
                        ? NONE
                        : config.hybrid().predictionPattern().matches("[*E-]+")
                                ? new Prediction(layers, true, false, null)
                                : unclear();
            default -> layers == null || layers == 0 ? NONE : unclear();
        };
    }

    /**
     * DeepSeek's and GLM's published checkpoints bring copies, which engines drop once they are loaded. A list of modules
     * left as they are that names the parts of the module but no head tells otherwise: a head is never quantised.
     */
    private static boolean copies(ModelConfig config, Family family) {
        String module = "model.layers." + Objects.requireNonNullElse(config.layers(), 0) + ".";
        List<String> ignored = config.quantisation().ignored();
        boolean listed = ignored.contains(module + "eh_proj");
        return family == Family.DEEPSEEK_V3 || !listed || ignored.contains(module + "shared_head.head");
    }

    private static Prediction silent() {
        return new Prediction(
                0,
                true,
                false,
                new Text(
                        "the configuration does not say whether the checkpoint holds a multi-token-prediction module;"
                                + " none is counted",
                        "配置未写明检查点是否含多 token 预测模块，未计入"));
    }

    private static Prediction unclear() {
        return new Prediction(
                0,
                false,
                null,
                new Text(
                        "the configuration names a multi-token-prediction module, but not whether it has its own embedding"
                                + " and head; none is counted",
                        "配置写有多 token 预测模块，但未写明它是否自带词嵌入与输出头，未计入"));
    }
}
