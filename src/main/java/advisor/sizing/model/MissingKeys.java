package advisor.sizing.model;

import advisor.facts.model.AttentionConfig;
import advisor.facts.model.ExpertConfig;
import advisor.facts.model.HybridConfig;
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
    /** What may be dense. */
    private static final Set<Family> DENSE = EnumSet.of(
            Family.LLAMA,
            Family.QWEN2,
            Family.QWEN3,
            Family.QWEN3_5,
            Family.CHATGLM,
            Family.GLM4,
            Family.SEED_OSS,
            Family.GEMMA2,
            Family.GEMMA3,
            Family.GEMMA4,
            Family.COHERE,
            Family.OLMO,
            Family.EXAONE4,
            Family.HUNYUAN,
            Family.GRANITE_HYBRID,
            Family.NEMOTRON_H,
            Family.NEMOTRON_NAS);

    private static final Set<Family> LATENT =
            EnumSet.of(Family.DEEPSEEK_V2, Family.DEEPSEEK_V3, Family.GLM_MOE_DSA, Family.KIMI_LINEAR);

    private static final Set<Family> SHARING_EXPERTS = EnumSet.of(
            Family.DEEPSEEK_V2,
            Family.DEEPSEEK_V3,
            Family.GLM_MOE_DSA,
            Family.KIMI_LINEAR,
            Family.GLM4_MOE,
            Family.DOTS,
            Family.ERNIE_MOE);

    /** The width of what is dense may go by the name of that of experts. */
    private static final Set<Family> PLAIN_SIZE = EnumSet.of(Family.GRANITE_HYBRID);

    /** Shared experts have a width of their own. */
    private static final Set<Family> SHARING_OTHERWISE = EnumSet.of(Family.STEP, Family.MINIMAX_M3);

    /** A head is not its share of the hidden size. */
    private static final Set<Family> OWN_HEADS = EnumSet.of(
            Family.QWEN3,
            Family.QWEN3_MOE,
            Family.QWEN3_NEXT,
            Family.QWEN3_5,
            Family.GPT_OSS,
            Family.GLM4_MOE,
            Family.MINIMAX_M2,
            Family.MINIMAX_M3,
            Family.GEMMA2,
            Family.GEMMA3,
            Family.GEMMA4,
            Family.MIMO,
            Family.STEP,
            Family.SEED_OSS,
            Family.NEMOTRON_H);

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
            boolean each = family == Family.LLAMA || family == Family.NEMOTRON_NAS;
            need("num_key_value_heads", each ? attention.heads() : attention.kvHeads());
        }
        if (family == Family.GLM_MOE_DSA || config.type().equals("deepseek_v32")) {
            need("index_n_heads", attention.indexHeads());
            need("index_head_dim", attention.indexHeadDim());
        }
        own(config, family);
    }

    /** Of layers that differ. */
    private void own(ModelConfig config, Family family) {
        HybridConfig hybrid = config.hybrid();
        if (family == Family.MIMO) {
            need(
                    "swa_num_key_value_heads",
                    hybrid.windowed() == null ? null : hybrid.windowed().kvHeads());
            need("hybrid_layer_pattern", config.attention().layerTypes().isEmpty() ? null : family);
        }
        if (family == Family.GEMMA4) {
            need(
                    "global_head_dim",
                    hybrid.global() == null ? null : hybrid.global().keyDim());
        }
        if (family == Family.NEMOTRON_H) {
            need("hybrid_override_pattern", hybrid.pattern().isEmpty() ? null : family);
        }
        if (family == Family.GRANITE_HYBRID && hybrid.stateSpace() != null) {
            need("layer_types", config.attention().layerTypes().isEmpty() ? null : family);
        }
        if (family == Family.MINIMAX_M3) {
            need("sparse_index_dim", config.attention().indexHeadDim());
            need("sparse_num_index_heads", config.attention().indexHeads());
            need("sparse_attention_freq", config.hybrid().indexedLayers().isEmpty() ? null : family);
        }
        if (family == Family.NEMOTRON_NAS) {
            need("block_configs", config.hybrid().blocks().isEmpty() ? null : family);
        }
    }

    private void attention(ModelConfig config, Family family) {
        AttentionConfig attention = config.attention();
        cache(config, family);
        if (family == Family.KIMI_LINEAR) {
            need("linear_attn_config", attention.linear());
            need("full_attn_layers", attention.fullLayers().isEmpty() ? null : family);
        }
        if (family == Family.STEP) {
            HybridConfig.Heads other = config.hybrid().windowed();
            need("attention_other_setting", other == null ? null : other.heads());
        }
        if (isLatent(attention, family)) {
            need("qk_nope_head_dim", attention.contentHeadDim());
            need("v_head_dim", attention.valueHeadDim());
        }
        if (LATENT.contains(family) && family != Family.DEEPSEEK_V2 && family != Family.KIMI_LINEAR) {
            need("q_lora_rank", attention.queryLoraRank());
        }
        if ((family == Family.QWEN3_NEXT || family == Family.QWEN3_5)
                && attention.layerTypes().isEmpty()) {
            need("full_attention_interval", attention.fullLayerInterval());
        }
        states(config, family);
    }

    /** Of layers that keep a state instead of a cache. */
    private void states(ModelConfig config, Family family) {
        List<Layers.Reach> reaches = Layers.reaches(config);
        if (reaches != null && reaches.contains(Layers.Reach.STATE)) {
            boolean spaces = family == Family.NEMOTRON_H || family == Family.GRANITE_HYBRID;
            if (spaces) {
                need(
                        "mamba_num_heads, mamba_head_dim, ssm_state_size",
                        config.hybrid().stateSpace());
            } else {
                need("linear_num_key_heads", config.attention().linear());
            }
        }
    }

    private static boolean isLatent(AttentionConfig attention, Family family) {
        return attention.isLatent() || LATENT.contains(family);
    }

    private void experts(ModelConfig config, Family family) {
        ExpertConfig experts = config.experts();
        boolean mixed = experts.mixture()
                || experts.perToken() != null
                || experts.size() != null && !PLAIN_SIZE.contains(family)
                || !DENSE.contains(family)
                || config.hybrid().pattern().contains("E");
        if (mixed) {
            need("num_experts", experts.routed());
            need("num_experts_per_tok", experts.perToken());
            need("moe_intermediate_size", experts.size());
        }
        if (SHARING_EXPERTS.contains(family)) {
            need("n_shared_experts", experts.shared());
            need("first_k_dense_replace", experts.firstDenseLayers());
        }
        boolean dense = hasDenseLayer(config) || family.mlp() == Family.Mlp.GATED_BESIDE;
        if (dense && family.mlp() != Family.Mlp.SHARED_DENSE) {
            need("intermediate_size", experts.denseSize());
        }
        if (mixed && family == Family.HUNYUAN) {
            need("num_shared_expert", experts.shared());
        }
        if (SHARING_OTHERWISE.contains(family)) {
            need("moe_layer_freq", experts.layerFlags().isEmpty() ? null : family);
        }
        if (family.mlp() == Family.Mlp.GATED_SHARED
                || family.mlp() == Family.Mlp.SHARED_DENSE
                || SHARING_OTHERWISE.contains(family)
                || mixed && family == Family.NEMOTRON_H) {
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
        String pattern = config.hybrid().pattern();
        if (!pattern.isEmpty()) {
            return pattern.contains("-");
        }
        if (!config.hybrid().blocks().isEmpty()) {
            return false;
        }
        return layers == null || !IntStream.range(0, layers).allMatch(layer -> Layers.hasExperts(config, layer));
    }

    private void need(String key, @Nullable Object value) {
        if (value == null) {
            missing.add(key);
        }
    }

    /** A size that was found not to be missing. */
    static int present(@Nullable Integer size) {
        if (size == null) {
            throw new IllegalStateException("A size is missing that was found present.");
        }
        return size;
    }
}
