package advisor.catalog.modelfile;

import advisor.catalog.yaml.LooseSection;
import advisor.catalog.yaml.Problems;
import advisor.catalog.yaml.YamlNode;
import advisor.catalog.yaml.YamlNode.Mapping;
import advisor.facts.model.AttentionConfig;
import advisor.facts.model.AttentionConfig.LinearAttention;
import advisor.facts.model.ExpertConfig;
import advisor.facts.model.ModelConfig;
import advisor.facts.model.ValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a model's {@code config.json}, and the {@code config} of a catalog model, which has the same keys. Takes what is
 * there and derives nothing.
 */
public final class ConfigReader {
    static final String NO_CONFIG =
            "The file is no model configuration: it has no model_type and no num_hidden_layers.";

    private static final String[] NESTED = {"text_config", "llm_config", "language_config"};
    private static final String[] TYPES = {"torch_dtype", "dtype"};
    private static final Set<String> TELLING =
            Set.of("model_type", "num_hidden_layers", "hidden_size", "architectures");

    /** Keys of attention schemes whose cache does not follow from heads and layers. */
    private static final List<String> FOREIGN = List.of(
            "compress_ratios",
            "sparse_attention_config",
            "global_head_dim",
            "num_global_key_value_heads",
            "hybrid_override_pattern",
            "attn_layer_period",
            "layers_block_type",
            "cross_attention_layers",
            "cla_share_factor",
            "ssm_state_size",
            "mamba_d_state",
            "state_size",
            "block_configs");

    private static final String LAYER_KINDS = "attn_type_list";

    /**
     * What the published code of an architecture takes where the file leaves a key out. Files of these architectures hold
     * only what differs from it.
     */
    private static final Map<String, Map<String, Integer>> LEFT_OUT = Map.of(
            "gemma3_text",
            Map.of(
                    "vocab_size", 262_208,
                    "head_dim", 256,
                    "sliding_window", 4096,
                    "sliding_window_pattern", 6));

    private static final List<String> FOREIGN_IF_TRUE = List.of("attention_k_eq_v", "is_encoder_decoder");

    /** Architectures that know one width only: of their experts. */
    private static final Set<String> PLAIN_EXPERTS = Set.of(
            "mixtral",
            "minimax_m2",
            "gpt_oss",
            "llama4_text",
            "phimoe",
            "jamba",
            "olmoe",
            "granitemoehybrid",
            "minimax_m3",
            "minimax_m3_vl",
            "minimax_m3_vl_text");

    private static final Map<String, String> DENSE_BESIDE_EXPERTS = Map.of(
            "llama4_text", "intermediate_size_mlp",
            "minimax_m3", "dense_intermediate_size",
            "minimax_m3_vl", "dense_intermediate_size",
            "minimax_m3_vl_text", "dense_intermediate_size");

    private static final String[] PER_TOKEN = {
        "num_experts_per_tok", "num_experts_per_token", "top_k_experts", "moe_topk", "moe_top_k", "moe_k"
    };

    private static final String[] SHARED_SIZE = {
        "shared_expert_intermediate_size",
        "moe_shared_expert_intermediate_size",
        "share_expert_dim",
        "shared_intermediate_size"
    };

    /** Nobody builds more; a larger number is a mistake that would take for ever to count. */
    static final int MOST_LAYERS = 10_000;

    private final LooseSection top;
    private final LooseSection text;
    private final HybridReader hybrid;
    private final List<String> assumed = new ArrayList<>();

    private ConfigReader(LooseSection top) {
        this.top = top;
        LooseSection nested = top.section(NESTED);
        this.text = nested == null ? top : nested;
        this.hybrid = new HybridReader(text, type());
    }

    /** Whether a document is a model's configuration at all. */
    static boolean isConfig(YamlNode root) {
        return root instanceof Mapping mapping
                && Stream.concat(TELLING.stream(), Stream.of(NESTED)).anyMatch(mapping.values()::containsKey);
    }

    /**
     * The facts of a configuration.
     *
     * @param quantisation {@code hf_quant_config.json}, if it lies beside it
     */
    public static ModelConfig read(Mapping root, @Nullable Mapping quantisation, Problems problems) {
        LooseSection beside = quantisation == null ? null : new LooseSection(quantisation, problems);
        return new ConfigReader(new LooseSection(root, problems)).config(beside);
    }

    private ModelConfig config(@Nullable LooseSection beside) {
        QuantisationReader quantisation = new QuantisationReader(text, top);
        Boolean tied = text.flag("tie_word_embeddings");
        Boolean outer = top.flag("tie_word_embeddings");
        return new ModelConfig(
                type(),
                layers(),
                text.positive("hidden_size", "n_embd", "d_model"),
                number("padded_vocab_size", "vocab_size"),
                tied == null ? outer : tied,
                valueType(),
                text.positive("max_position_embeddings", "n_positions", "max_seq_len", "seq_length"),
                attention(),
                experts(),
                hybrid.read(),
                text.countUpTo(MOST_LAYERS, "num_nextn_predict_layers", "mtp_num_hidden_layers"),
                quantisation.read(beside),
                text != top || top.has("vision_config") || top.has("audio_config"),
                VisionReader.read(top, top.textOr("", "model_type")),
                notUnderstood(quantisation),
                List.copyOf(assumed));
    }

    /** A number as given, else as the published code of the architecture has it. */
    private @Nullable Integer number(String... names) {
        Integer given = text.agreed(names);
        Integer leftOut = LEFT_OUT.getOrDefault(type(), Map.of()).get(names[names.length - 1]);
        if (given == null && leftOut != null) {
            assumed.add(names[names.length - 1] + " " + leftOut);
        }
        return given == null ? leftOut : given;
    }

    private String type() {
        return text.textOr(top.textOr("", "model_type"), "model_type");
    }

    /** To be asked when everything else has been read. */
    private List<String> notUnderstood(QuantisationReader quantisation) {
        Stream<String> own = ConfigKeys.notUnderstood(text).stream();
        Stream<String> outer = text == top ? Stream.empty() : ConfigKeys.notUnderstood(top).stream();
        return Stream.of(own, outer, quantisation.notUnderstood().stream(), strangeType())
                .flatMap(keys -> keys)
                .distinct()
                .toList();
    }

    private @Nullable Integer layers() {
        Integer layers = text.countUpTo(MOST_LAYERS, "num_hidden_layers", "n_layer", "num_layers");
        int lettered = hybrid.pattern().length();
        return layers == null || layers == 0 ? lettered == 0 ? null : Integer.valueOf(lettered) : layers;
    }

    private @Nullable ValueType valueType() {
        String type = typeName();
        if (type == null) {
            return null;
        }
        return switch (type.replace("torch.", "")) {
            case "bfloat16" -> ValueType.BF16;
            case "float16" -> ValueType.FP16;
            case "float32" -> ValueType.FP32;
            default -> null;
        };
    }

    private @Nullable String typeName() {
        String type = text.text(TYPES);
        return type == null ? top.text(TYPES) : type;
    }

    private Stream<String> strangeType() {
        String type = typeName();
        return type == null || valueType() != null ? Stream.empty() : Stream.of("torch_dtype " + type);
    }

    private AttentionConfig attention() {
        LooseSection linear = text.section("linear_attn_config");
        LooseSection sparse = text.section("sparse_attention_config");
        return new AttentionConfig(
                number("n_head", "num_attention_heads"),
                kvHeads(),
                number("attention_head_dim", "kv_channels", "head_dim"),
                text.positive("v_head_dim"),
                text.positive("kv_lora_rank"),
                text.positive("q_lora_rank"),
                text.positive("qk_nope_head_dim"),
                text.positive("qk_rope_head_dim"),
                sparse == null ? text.positive("index_n_heads") : sparse.positive("sparse_num_index_heads"),
                sparse == null ? text.positive("index_head_dim") : sparse.positive("sparse_index_dim"),
                text.positive("index_topk"),
                layerTypes(),
                text.positive("full_attention_interval"),
                linear == null ? List.of() : linear.wholes("full_attn_layers"),
                number("sliding_window"),
                text.flag("use_sliding_window"),
                windowInterval(),
                text.count("max_window_layers"),
                text.positive("attention_chunk_size"),
                text.wholes("no_rope_layers"),
                text.isSet("attention_bias") || text.isSet("use_bias"),
                text.flag("use_qk_norm"),
                linear == null ? linearAttention() : ofOneSize(linear),
                foreign());
    }

    /** Kinds of the layers by name; MiMo writes 1 for one with a window. */
    private List<String> layerTypes() {
        if (type().equals("nemotron_h")) {
            return List.of();
        }
        List<String> named = text.texts("layer_types", "layers_block_type");
        return named.isEmpty()
                ? text.wholes("hybrid_layer_pattern").stream()
                        .map(windowed -> windowed == 0 ? "full_attention" : "sliding_attention")
                        .toList()
                : named;
    }

    /** A number, or letters of which the last stands for a layer that sees everything: {@code LLLG}. */
    private @Nullable Integer windowInterval() {
        String pattern = text.text("sliding_window_pattern");
        return pattern != null && pattern.matches("L+G")
                ? Integer.valueOf(pattern.length())
                : number("sliding_window_pattern");
    }

    private static @Nullable LinearAttention ofOneSize(LooseSection linear) {
        Integer heads = linear.positive("num_heads");
        Integer size = linear.positive("head_dim");
        Integer convolution = linear.positive("short_conv_kernel_size");
        return heads == null || size == null || convolution == null
                ? null
                : new LinearAttention(heads, size, heads, size, convolution);
    }

    private @Nullable Integer kvHeads() {
        Integer heads = number("num_kv_heads", "multi_query_group_num", "num_attention_groups", "num_key_value_heads");
        return heads == null && text.isSet("multi_query") ? Integer.valueOf(1) : heads;
    }

    private @Nullable LinearAttention linearAttention() {
        Integer keyHeads = text.positive("linear_num_key_heads");
        Integer keyDim = text.positive("linear_key_head_dim");
        Integer valueHeads = text.positive("linear_num_value_heads");
        Integer valueDim = text.positive("linear_value_head_dim");
        Integer convolution = text.positive("linear_conv_kernel_dim");
        return keyHeads == null || keyDim == null || valueHeads == null || valueDim == null || convolution == null
                ? null
                : new LinearAttention(keyHeads, keyDim, valueHeads, valueDim, convolution);
    }

    private List<String> foreign() {
        Stream<String> keys = FOREIGN.stream().filter(text::has);
        Stream<String> flags = FOREIGN_IF_TRUE.stream().filter(text::has).filter(text::isSet);
        Stream<String> shared =
                text.positive("num_kv_shared_layers") == null ? Stream.empty() : Stream.of("num_kv_shared_layers");
        Stream<String> types = hasOtherLayers() ? Stream.of(LAYER_KINDS) : Stream.empty();
        return Stream.of(keys, flags, shared, types)
                .flatMap(found -> found)
                .filter(key -> !hybrid.understands(key))
                .toList();
    }

    /** The list says 1 for a layer that sees everything. */
    private boolean hasOtherLayers() {
        List<Integer> kinds = text.wholes(LAYER_KINDS);
        Integer layers = layers();
        boolean all = layers != null && kinds.equals(Collections.nCopies(layers, 1));
        return text.has(LAYER_KINDS) && !all;
    }

    private ExpertConfig experts() {
        Integer routed = text.positive("n_routed_experts", "num_local_experts", "num_experts", "moe_num_experts");
        return new ExpertConfig(
                denseSize(),
                routed,
                text.agreed(PER_TOKEN),
                text.agreed(expertSize()),
                sharedExperts(),
                text.positive(SHARED_SIZE),
                text.count("first_k_dense_replace", "moe_layer_start_index"),
                text.positive(
                        "decoder_sparse_step", "interleave_moe_layer_step", "moe_layer_freq", "moe_layer_interval"),
                text.wholes("mlp_only_layers"),
                layersWithExperts(),
                text.isSet("mlp_bias") || text.isSet("use_bias"));
    }

    private @Nullable Integer sharedExperts() {
        Integer count = text.count("n_shared_experts", "num_shared_experts", "moe_num_shared_experts");
        return count == null ? text.agreed("num_shared_expert") : count;
    }

    /** 1 for each layer with experts, 0 for each without; empty where they are not told one by one. */
    private List<Integer> layersWithExperts() {
        List<String> kinds = text.texts("mlp_layer_types");
        if (!kinds.isEmpty()) {
            return kinds.stream().map(kind -> kind.equals("dense") ? 0 : 1).toList();
        }
        String listed = text.text("moe_layers_enum");
        Integer last = text.anyWhole("moe_layer_end_index");
        if (listed != null) {
            List<String> numbers = List.of(listed.split("\\s*,\\s*", -1));
            return flags(layer -> numbers.contains(Integer.toString(layer)));
        }
        Integer first = text.count("moe_layer_start_index");
        return last == null || last < 0 || first == null
                ? text.wholes("moe_layer_freq")
                : flags(layer -> layer >= first && layer <= last);
    }

    private List<Integer> flags(IntPredicate mixed) {
        Integer layers = layers();
        return IntStream.range(0, layers == null ? 0 : layers)
                .mapToObj(layer -> mixed.test(layer) ? 1 : 0)
                .toList();
    }

    private String[] expertSize() {
        return PLAIN_EXPERTS.contains(type())
                ? new String[] {"moe_intermediate_size", "intermediate_size"}
                : new String[] {"moe_intermediate_size"};
    }

    /** Where experts have the plain name, what is dense has another. */
    private @Nullable Integer denseSize() {
        String own = DENSE_BESIDE_EXPERTS.get(type());
        return own == null
                ? text.positive("intermediate_size", "ffn_hidden_size", "n_inner", "ffn_dim")
                : text.positive(own);
    }
}
