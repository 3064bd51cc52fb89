package advisor.sizing.model;

import advisor.facts.model.AttentionConfig;
import advisor.facts.model.ExpertConfig;
import advisor.facts.model.ModelConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Keys of a configuration without which its weights cannot be counted. */
final class MissingKeys {
    private final List<String> missing = new ArrayList<>();

    private MissingKeys() {}

    static List<String> of(ModelConfig config, Family family) {
        MissingKeys keys = new MissingKeys();
        keys.need("num_hidden_layers", config.layers());
        keys.need("hidden_size", config.hiddenSize());
        keys.need("vocab_size", config.vocabulary());
        keys.need("num_attention_heads", config.attention().heads());
        keys.attention(config);
        keys.experts(config, family);
        return keys.missing;
    }

    private void attention(ModelConfig config) {
        AttentionConfig attention = config.attention();
        if (attention.isLatent()) {
            need("qk_nope_head_dim", attention.contentHeadDim());
            need("qk_rope_head_dim", attention.ropeHeadDim());
            need("v_head_dim", attention.valueHeadDim());
        } else {
            need("head_dim", AttentionShape.headDim(config));
        }
        List<Layers.Reach> reaches = Layers.reaches(config);
        if (reaches != null && reaches.contains(Layers.Reach.STATE)) {
            need("linear_num_key_heads", attention.linear());
        }
    }

    private void experts(ModelConfig config, Family family) {
        ExpertConfig experts = config.experts();
        if (experts.mixture()) {
            need("num_experts_per_tok", experts.perToken());
            need("moe_intermediate_size", experts.size());
        }
        if (hasDenseLayer(config)) {
            need("intermediate_size", experts.denseSize());
        }
        if (experts.mixture() && family.mlp() == Family.Mlp.GATED_SHARED) {
            need("shared_expert_intermediate_size", experts.sharedSize());
        }
    }

    private static boolean hasDenseLayer(ModelConfig config) {
        Integer layers = config.layers();
        Integer predicting = config.predictionLayers();
        if (predicting != null && predicting > 0 && !config.experts().mixture()) {
            return true;
        }
        return layers == null || !IntStream.range(0, layers).allMatch(layer -> Layers.hasExperts(config, layer));
    }

    private void need(String key, @Nullable Object value) {
        if (value == null) {
            missing.add(key);
        }
    }
}
