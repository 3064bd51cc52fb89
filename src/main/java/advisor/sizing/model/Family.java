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
    LLAMA(
            Set.of(
                    "llama",
                    "mistral",
                    "mistral3",
                    "ministral",
                    "ministral3",
                    "phi3",
                    "granite",
                    "smollm3",
                    "internlm3",
                    "ernie4_5",
                    "exaone"),
            Bias.AS_CONFIGURED,
            HeadNorm.NONE,
            Mlp.GATED),
    CHATGLM(Set.of("chatglm"), Bias.INPUTS, HeadNorm.NONE, Mlp.GATED),
    GLM4(Set.of("glm4"), Bias.INPUTS_AS_CONFIGURED, HeadNorm.NONE, Mlp.GATED),
    SEED_OSS(Set.of("seed_oss"), Bias.INPUTS_AS_CONFIGURED, HeadNorm.NONE, Mlp.GATED),
    GEMMA2(Set.of("gemma2"), Bias.AS_CONFIGURED, HeadNorm.NONE, Mlp.GATED),
    GEMMA3(Set.of("gemma3", "gemma3_text"), Bias.AS_CONFIGURED, HeadNorm.PER_HEAD, Mlp.GATED),
    GEMMA4(Set.of("gemma4", "gemma4_text"), Bias.AS_CONFIGURED, HeadNorm.PER_HEAD, Mlp.GATED_BESIDE),
    COHERE(Set.of("cohere", "cohere2"), Bias.AS_CONFIGURED, HeadNorm.NONE, Mlp.GATED),
    OLMO(Set.of("olmo2", "olmo3"), Bias.AS_CONFIGURED, HeadNorm.PER_LAYER, Mlp.GATED),
    OLMOE(Set.of("olmoe"), Bias.AS_CONFIGURED, HeadNorm.PER_LAYER, Mlp.GATED),
    EXAONE4(Set.of("exaone4"), Bias.NONE, HeadNorm.PER_HEAD, Mlp.GATED),
    HUNYUAN(Set.of("hunyuan_v1_moe", "hunyuan_v1_dense"), Bias.AS_CONFIGURED, HeadNorm.PER_HEAD, Mlp.GATED),
    ERNIE_MOE(Set.of("ernie4_5_moe"), Bias.AS_CONFIGURED, HeadNorm.NONE, Mlp.GATED_CORRECTED),
    DOTS(Set.of("dots1"), Bias.AS_CONFIGURED, HeadNorm.PER_HEAD, Mlp.GATED_CORRECTED),
    GRANITE_HYBRID(Set.of("granitemoehybrid"), Bias.AS_CONFIGURED, HeadNorm.NONE, Mlp.SHARED_DENSE),
    NEMOTRON_H(Set.of("nemotron_h"), Bias.AS_CONFIGURED, HeadNorm.NONE, Mlp.UNGATED_CORRECTED),
    NEMOTRON_NAS(Set.of("nemotron-nas"), Bias.AS_CONFIGURED, HeadNorm.NONE, Mlp.GATED),
    KIMI_LINEAR(Set.of("kimi_linear"), Bias.NONE, HeadNorm.NONE, Mlp.GATED_CORRECTED),
    MIMO(Set.of("mimo_v2_flash"), Bias.AS_CONFIGURED, HeadNorm.NONE, Mlp.GATED_CORRECTED),
    STEP(Set.of("step3p5", "step3p7"), Bias.NONE, HeadNorm.PER_HEAD, Mlp.GATED_CORRECTED),
    MINIMAX_M3(
            Set.of("minimax_m3", "minimax_m3_vl", "minimax_m3_vl_text"),
            Bias.NONE,
            HeadNorm.PER_HEAD,
            Mlp.GATED_CORRECTED),
    MIXTRAL(Set.of("mixtral"), Bias.NONE, HeadNorm.NONE, Mlp.SPARSE_BLOCK),
    QWEN2(Set.of("qwen2", "qwen2_5_vl_text", "qwen2_vl", "mimo"), Bias.INPUTS, HeadNorm.NONE, Mlp.GATED),
    QWEN2_MOE(Set.of("qwen2_moe"), Bias.INPUTS, HeadNorm.NONE, Mlp.GATED_SHARED),
    QWEN3(Set.of("qwen3", "qwen3_vl_text"), Bias.AS_CONFIGURED, HeadNorm.PER_HEAD, Mlp.GATED),
    QWEN3_MOE(Set.of("qwen3_moe", "qwen3_vl_moe_text"), Bias.AS_CONFIGURED, HeadNorm.PER_HEAD, Mlp.GATED),
    QWEN3_5(Set.of("qwen3_5", "qwen3_5_text"), Bias.AS_CONFIGURED, HeadNorm.PER_HEAD, Mlp.GATED),
    QWEN3_NEXT(
            Set.of("qwen3_next", "qwen3_5_moe", "qwen3_5_moe_text"),
            Bias.AS_CONFIGURED,
            HeadNorm.PER_HEAD,
            Mlp.GATED_SHARED),
    DEEPSEEK_V2(Set.of("deepseek_v2"), Bias.NONE, HeadNorm.NONE, Mlp.GATED),
    DEEPSEEK_V3(
            Set.of("deepseek_v3", "deepseek_v32", "kimi_k2", "glm4_moe_lite"),
            Bias.NONE,
            HeadNorm.NONE,
            Mlp.GATED_CORRECTED),
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
        /** A dense layer and experts side by side. */
        GATED_BESIDE,
        /** Without gates: two matrices. */
        UNGATED_CORRECTED,
        /** What is dense is called a shared expert. */
        SHARED_DENSE,
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
        return this == QWEN3_NEXT || this == QWEN3_5;
    }

    /** What the names of the model's own tensors begin with. */
    String stem() {
        return this == NEMOTRON_H ? "backbone" : "model";
    }

    /** The part of a layer's name for attention. */
    String attention() {
        return this == NEMOTRON_H ? ".mixer" : ".self_attn";
    }

    /** The same for linear attention. */
    String linearAttention() {
        return switch (this) {
            case NEMOTRON_H -> ".mixer";
            case GRANITE_HYBRID -> ".mamba";
            case QWEN3_5, QWEN3_NEXT -> ".linear_attn";
            default -> ".self_attn";
        };
    }

    /** How many norms as wide as the model a layer has. */
    int norms(boolean withExperts) {
        return switch (this) {
            case COHERE, NEMOTRON_H -> 1;
            case GEMMA2, GEMMA3, GLM4 -> 4;
            case GEMMA4 -> withExperts ? 7 : 4;
            default -> 2;
        };
    }

    /** Whether a file that does not say has no head of its own. */
    boolean isTiedUnlessTold() {
        return this == GEMMA2 || this == GEMMA3 || this == GEMMA4 || this == COHERE;
    }

    /** Whether the output head is the embedding. */
    boolean isTied(ModelConfig config) {
        Boolean told = config.tiedEmbeddings();
        return told == null ? isTiedUnlessTold() : told;
    }

    /** Whether every second layer, or every fourth, sees everything where the file does not say which do. */
    @Nullable Integer fullLayerInterval() {
        return switch (this) {
            case GEMMA2 -> 2;
            case LLAMA4, COHERE -> 4;
            default -> null;
        };
    }

    /** One value for each head that takes attention to nothing. */
    boolean hasSinks() {
        return this == GPT_OSS;
    }

    /** Whether block scales are kept in 16 bits; the others keep them in 32. */
    boolean hasShortScales() {
        return this == QWEN3 || this == QWEN3_MOE || this == QWEN3_NEXT || this == QWEN3_5;
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
