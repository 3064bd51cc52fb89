package advisor.sizing.model;

import advisor.facts.model.ModelConfig;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the published code of an architecture fixes and its configuration does not say: which biases and norms there are
 * and what the parts are called. Attention itself is never told from here.
 */
enum Family {
    LLAMA(Set.of("llama", "mistral", "mistral3", "ministral"), Bias.AS_CONFIGURED, HeadNorm.NONE, Mlp.GATED),
    MIXTRAL(Set.of("mixtral"), Bias.NONE, HeadNorm.NONE, Mlp.SPARSE_BLOCK),
    QWEN2(Set.of("qwen2", "qwen2_5_vl_text", "qwen2_vl"), Bias.INPUTS, HeadNorm.NONE, Mlp.GATED),
    QWEN2_MOE(Set.of("qwen2_moe"), Bias.INPUTS, HeadNorm.NONE, Mlp.GATED_SHARED),
    QWEN3(Set.of("qwen3", "qwen3_vl_text"), Bias.AS_CONFIGURED, HeadNorm.PER_HEAD, Mlp.GATED),
    QWEN3_MOE(Set.of("qwen3_moe", "qwen3_vl_moe_text"), Bias.AS_CONFIGURED, HeadNorm.PER_HEAD, Mlp.GATED),
    QWEN3_NEXT(
            Set.of("qwen3_next", "qwen3_5_moe", "qwen3_5_moe_text"),
            Bias.AS_CONFIGURED,
            HeadNorm.PER_HEAD,
            Mlp.GATED_SHARED),
    DEEPSEEK_V2(Set.of("deepseek_v2"), Bias.NONE, HeadNorm.NONE, Mlp.GATED),
    DEEPSEEK_V3(Set.of("deepseek_v3", "deepseek_v32", "kimi_k2"), Bias.NONE, HeadNorm.NONE, Mlp.GATED_CORRECTED),
    GLM_MOE_DSA(Set.of("glm_moe_dsa"), Bias.NONE, HeadNorm.NONE, Mlp.GATED_CORRECTED),
    GLM4_MOE(Set.of("glm4_moe"), Bias.INPUTS_AS_CONFIGURED, HeadNorm.PER_HEAD_AS_CONFIGURED, Mlp.GATED_CORRECTED),
    MINIMAX_M2(Set.of("minimax_m2"), Bias.NONE, HeadNorm.PER_LAYER, Mlp.SPARSE_BLOCK_CORRECTED),
    GPT_OSS(Set.of("gpt_oss"), Bias.ALL, HeadNorm.NONE, Mlp.BIASED_FUSED),
    LLAMA4(Set.of("llama4_text"), Bias.AS_CONFIGURED, HeadNorm.NONE, Mlp.FEED_FORWARD);

    /** Which projections of attention have a bias. */
    enum Bias {
        NONE,
        INPUTS,
        INPUTS_AS_CONFIGURED,
        ALL,
        AS_CONFIGURED
    }

    /** Norms of queries and keys. */
    enum HeadNorm {
        NONE,
        PER_HEAD,
        PER_HEAD_AS_CONFIGURED,
        PER_LAYER
    }

    /** How the layers behind attention are built and named. */
    enum Mlp {
        GATED,
        /** With a shared expert that has a gate of its own. */
        GATED_SHARED,
        /** With a correction bias for each expert in the router. */
        GATED_CORRECTED,
        SPARSE_BLOCK,
        SPARSE_BLOCK_CORRECTED,
        BIASED_FUSED,
        FEED_FORWARD
    }

    private final Set<String> types;
    private final Bias bias;
    private final HeadNorm headNorm;
    private final Mlp mlp;

    Family(Set<String> types, Bias bias, HeadNorm headNorm, Mlp mlp) {
        this.types = types;
        this.bias = bias;
        this.headNorm = headNorm;
        this.mlp = mlp;
    }

    /** The family of a configuration; {@code null} if its architecture is not known here. */
    static @Nullable Family of(ModelConfig config) {
        String type = config.type().toLowerCase(Locale.ROOT);
        for (Family family : values()) {
            if (family.types.contains(type)) {
                return family;
            }
        }
        return null;
    }

    Mlp mlp() {
        return mlp;
    }

    boolean hasInputBias(ModelConfig config) {
        return switch (bias) {
            case NONE -> false;
            case INPUTS, ALL -> true;
            case INPUTS_AS_CONFIGURED, AS_CONFIGURED -> config.attention().bias();
        };
    }

    boolean hasOutputBias(ModelConfig config) {
        return bias == Bias.ALL
                || bias == Bias.AS_CONFIGURED && config.attention().bias();
    }

    boolean hasHeadNorm(ModelConfig config) {
        return headNorm == HeadNorm.PER_HEAD
                || headNorm == HeadNorm.PER_HEAD_AS_CONFIGURED
                        && Boolean.TRUE.equals(config.attention().queryKeyNorm());
    }

    boolean hasLayerNorm() {
        return headNorm == HeadNorm.PER_LAYER;
    }

    /** Queries come with a gate as wide as themselves. */
    boolean gatesQueries() {
        return this == QWEN3_NEXT;
    }

    /** One value for each head that takes attention to nothing. */
    boolean hasSinks() {
        return this == GPT_OSS;
    }

    /** Whether block scales are kept in 16 bits; the others keep them in 32. */
    boolean hasShortScales() {
        return this == QWEN3 || this == QWEN3_MOE || this == QWEN3_NEXT;
    }

    /** Whether the router is kept in 32 bits. */
    boolean hasWideRouter() {
        return this == MINIMAX_M2;
    }

    /** Whether published files are in BF16 although configurations of this family leave that out. */
    boolean isKnownBrainFloat() {
        return this == MINIMAX_M2 || this == GPT_OSS;
    }
}
