package advisor.sizing.model;

import advisor.facts.model.TensorClass;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells a tensor's class from its name in a checkpoint file. */
final class StoredClasses {
    private static final Pattern LAYER = Pattern.compile("(?:layers|blk|h)\\.(\\d{1,6})\\.");
    private static final Pattern OTHER_PARTS =
            Pattern.compile("visual|vision|audio|mm_projector|multi_modal|^v\\.|^mm\\.");
    private static final Map<TensorClass, Pattern> BY_NAME = new LinkedHashMap<>();

    static {
        put(TensorClass.MULTI_TOKEN_PREDICTION, "(^|\\.)mtp\\.|nextn\\.");
        put(TensorClass.NORMS, "norm");
        put(TensorClass.ROUTED_EXPERTS, "\\.experts\\.|_exps");
        put(TensorClass.SHARED_EXPERTS, "shared_expert|_shexp");
        put(TensorClass.ROUTER, "\\.gate\\.|router|gate_inp|e_score_correction_bias|exp_probs_b");
        put(TensorClass.ATTENTION, "attn|attention|ssm_");
        put(TensorClass.DENSE_MLP, "mlp|ffn|feed_forward");
        put(TensorClass.EMBEDDING, "embed|token_embd|wte|wpe");
        put(TensorClass.HEAD, "lm_head|^output\\.");
    }

    private final @Nullable Integer layers;

    /** @param layers of the model proper; a layer behind them predicts further tokens */
    StoredClasses(@Nullable Integer layers) {
        this.layers = layers;
    }

    TensorClass of(String name) {
        if (OTHER_PARTS.matcher(name).find()) {
            return TensorClass.OTHER;
        }
        Matcher layer = LAYER.matcher(name);
        boolean behind = layers != null && layer.find() && Integer.parseInt(layer.group(1)) >= layers;
        return behind ? TensorClass.MULTI_TOKEN_PREDICTION : byName(name);
    }

    private static TensorClass byName(String name) {
        return BY_NAME.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(name).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(TensorClass.OTHER);
    }

    private static void put(TensorClass tensorClass, String pattern) {
        BY_NAME.put(tensorClass, Pattern.compile(pattern));
    }
}
