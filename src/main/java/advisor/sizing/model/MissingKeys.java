package advisor.sizing.model;

import advisor.facts.model.AttentionConfig;
import advisor.facts.model.ExpertConfig;
import advisor.facts.model.ModelConfig;
import advisor.facts.model.Quantisation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Keys of a configuration without which its weights cannot be counted. Where one is left out the published code of an
 * architecture takes a size of its own, which is not that of the model: what is not said is not known.
 */
final class MissingKeys {
    private static final Set<Family> DENSE = EnumSet.of(Family.LLAMA, Family.QWEN2, Family.QWEN3);

    private static final Set<Family> LATENT = EnumSet.of(Family.DEEPSEEK_V2, Family.DEEPSEEK_V3, Family.GLM_MOE_DSA);

    /** A head is not its share of the hidden size. */
    private static final Set<Family> OWN_HEADS = EnumSet.of(
            Family.QWEN3, Family.QWEN3_MOE, Family.QWEN3_NEXT, Family.GPT_OSS, Family.GLM4_MOE, Family.MINIMAX_M2);

    private final List<String> missing = new ArrayList<>();

    private MissingKeys() {}

    static List<String> of(ModelConfig config, Family family) {
        MissingKeys keys = new MissingKeys();
        keys.need("num_hidden_layers", config.layers());
        keys.need("hidden_size", config.hiddenSize());
        keys.need("vocab_size", config.vocabulary());
        keys.need("num_attention_heads", config.attention().heads());
        keys.attention(config, family);
        keys.experts(config, family);
        keys.exceptions(config.quantisation(), family);
        return keys.missing;
    }

    /** Those without which what is kept of each token is not known. */
    static List<String> ofCache(ModelConfig config, Family family) {
        MissingKeys keys = new MissingKeys();
        keys.cache(config, family);
        return keys.missing;
    }

    private void cache(ModelConfig config, Family family) {
        AttentionConfig attention = config.attention();
        if (isLatent(attention, family)) {
            need("kv_lora_rank", attention.kvLoraRank());
            need("qk_rope_head_dim", attention.ropeHeadDim());
        } else {
            need("head_dim", OWN_HEADS.contains(family) ? attention.headDim() : HeadSize.of(config));
            need("num_key_value_heads", family == Family.LLAMA ? attention.heads() : attention.kvHeads());
        }
    }

    private void attention(ModelConfig config, Family family) {
        AttentionConfig attention = config.attention();
        cache(config, family);
        if (isLatent(attention, family)) {
            need("qk_nope_head_dim", attention.contentHeadDim());
            need("v_head_dim", attention.valueHeadDim());
        }
        if (LATENT.contains(family) && family != Family.DEEPSEEK_V2) {
            need("q_lora_rank", attention.queryLoraRank());
        }
        if (family == Family.GLM_MOE_DSA || config.type().equals("deepseek_v32")) {
            need("index_n_heads", attention.indexHeads());
            need("index_head_dim", attention.indexHeadDim());
        }
        if (family == Family.QWEN3_NEXT && attention.layerTypes().isEmpty()) {
            need("full_attention_interval", attention.fullLayerInterval());
        }
        List<Layers.Reach> reaches = Layers.reaches(config);
        if (reaches != null && reaches.contains(Layers.Reach.STATE)) {
            need("linear_num_key_heads", attention.linear());
        }
    }

    private static boolean isLatent(AttentionConfig attention, Family family) {
        return attention.isLatent() || LATENT.contains(family);
    }

    private void experts(ModelConfig config, Family family) {
        ExpertConfig experts = config.experts();
        if (!DENSE.contains(family)) {
            need("num_experts", experts.routed());
            need("num_experts_per_tok", experts.perToken());
            need("moe_intermediate_size", experts.size());
        }
        if (LATENT.contains(family) || family == Family.GLM4_MOE) {
            need("n_shared_experts", experts.shared());
            need("first_k_dense_replace", experts.firstDenseLayers());
        }
        if (hasDenseLayer(config)) {
            need("intermediate_size", experts.denseSize());
        }
        if (family.mlp() == Family.Mlp.GATED_SHARED) {
            need("shared_expert_intermediate_size", experts.sharedSize());
        }
    }

    /** Its experts alone are published in four bits, and nothing but this list says so. */
    private void exceptions(Quantisation quantisation, Family family) {
        if (family == Family.GPT_OSS && quantisation.scheme() != Quantisation.Scheme.NONE) {
            need("modules_to_not_convert", quantisation.ignored().isEmpty() ? null : quantisation);
        }
    }

    private static boolean hasDenseLayer(ModelConfig config) {
        Integer layers = config.layers();
        return layers == null || !IntStream.range(0, layers).allMatch(layer -> Layers.hasExperts(config, layer));
    }

    private void need(String key, @Nullable Object value) {
        if (value == null) {
            missing.add(key);
        }
    }
}
