package advisor.catalog.modelfile;

import advisor.catalog.yaml.LooseSection;
import advisor.facts.model.HybridConfig;
import advisor.facts.model.HybridConfig.Block;
import advisor.facts.model.HybridConfig.Heads;
import advisor.facts.model.HybridConfig.StateSpace;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a configuration says of layers that differ. */
final class HybridReader {
    /** Keys of schemes that differ from one architecture to the next, and the architectures whose way is known. */
    private static final Map<String, Set<String>> UNDERSTOOD = Map.ofEntries(
            Map.entry("deepseek_v4", Set.of("compress_ratios")),
            Map.entry("minimax_m3", Set.of("sparse_attention_config")),
            Map.entry("minimax_m3_vl", Set.of("sparse_attention_config")),
            Map.entry("minimax_m3_vl_text", Set.of("sparse_attention_config")),
            Map.entry("gemma4", Set.of("global_head_dim", "num_global_key_value_heads", "attention_k_eq_v")),
            Map.entry("gemma4_text", Set.of("global_head_dim", "num_global_key_value_heads", "attention_k_eq_v")),
            Map.entry("nemotron_h", Set.of("hybrid_override_pattern", "layers_block_type", "ssm_state_size")),
            Map.entry("granitemoehybrid", Set.of("layers_block_type", "mamba_d_state")),
            Map.entry("bamba", Set.of("mamba_d_state")),
            Map.entry("nemotron-nas", Set.of("block_configs")));

    /** As the pattern of Nemotron-H writes them. */
    private static final Map<String, String> LETTERS = Map.of("mamba", "M", "attention", "*", "moe", "E", "mlp", "-");

    private final LooseSection text;
    private final String type;

    HybridReader(LooseSection text, String type) {
        this.text = text;
        this.type = type;
    }

    /** Whether a key's meaning is known for this architecture. */
    boolean understands(String key) {
        return UNDERSTOOD.getOrDefault(type, Set.of()).contains(key);
    }

    HybridConfig read() {
        return new HybridConfig(
                pattern(),
                predictionPattern(),
                text.wholes("compress_ratios"),
                text.texts("indexer_types"),
                indexed(),
                windowed(),
                global(),
                stateSpace(),
                understands("block_configs")
                        ? text.each("block_configs").map(this::block).toList()
                        : List.of(),
                text.positive("routed_expert_hidden_size", "moe_latent_size"),
                type.startsWith("step3p") && text.has("attention_other_setting"),
                stateBytes());
    }

    /** One letter for each layer, as given or made of their names. */
    String pattern() {
        List<String> kinds = type.equals("nemotron_h") ? text.texts("layers_block_type", "layer_types") : List.of();
        return kinds.isEmpty() ? text.textOr("", "hybrid_override_pattern") : letters(kinds);
    }

    private String predictionPattern() {
        List<String> kinds = text.texts("mtp_layers_block_type");
        return kinds.isEmpty() ? text.textOr("", "mtp_hybrid_override_pattern") : letters(kinds);
    }

    private static String letters(List<String> kinds) {
        return kinds.stream().map(kind -> LETTERS.getOrDefault(kind, "?")).collect(Collectors.joining());
    }

    private List<Integer> indexed() {
        LooseSection sparse = text.section("sparse_attention_config");
        return sparse == null ? List.of() : sparse.wholes("sparse_attention_freq");
    }

    /** MiMo's and Step's layers with a window have heads of their own. */
    private @Nullable Heads windowed() {
        LooseSection other = text.section("attention_other_setting");
        if (other != null) {
            return new Heads(
                    other.positive("num_attention_heads"),
                    other.positive("num_attention_groups"),
                    other.positive("head_dim"),
                    null,
                    false);
        }
        Heads heads = new Heads(
                text.positive("swa_num_attention_heads"),
                text.positive("swa_num_key_value_heads"),
                text.positive("swa_head_dim"),
                text.positive("swa_v_head_dim"),
                false);
        return heads.kvHeads() == null && heads.keyDim() == null ? null : heads;
    }

    private @Nullable Heads global() {
        Integer size = text.positive("global_head_dim");
        Integer kvHeads = text.positive("num_global_key_value_heads");
        boolean shared = text.has("attention_k_eq_v") && text.isSet("attention_k_eq_v");
        return size == null && kvHeads == null ? null : new Heads(null, kvHeads, size, size, shared);
    }

    private @Nullable StateSpace stateSpace() {
        Integer heads = text.positive("mamba_num_heads", "mamba_n_heads");
        Integer size = text.positive("mamba_head_dim", "mamba_d_head");
        Integer state = text.positive("ssm_state_size", "mamba_d_state");
        Integer groups = text.positive("n_groups", "mamba_n_groups");
        Integer convolution = text.positive("conv_kernel", "mamba_d_conv");
        return heads == null || size == null || state == null || groups == null || convolution == null
                ? null
                : new StateSpace(heads, size, state, groups, convolution, biased(), !Boolean.FALSE.equals(convolved()));
    }

    private boolean biased() {
        return text.has("mamba_proj_bias") && text.isSet("mamba_proj_bias");
    }

    private @Nullable Boolean convolved() {
        Boolean own = text.has("use_conv_bias") ? text.flag("use_conv_bias") : null;
        return own == null && text.has("mamba_conv_bias") ? text.flag("mamba_conv_bias") : own;
    }

    private Block block(LooseSection block) {
        LooseSection attention = Objects.requireNonNullElseGet(block.section("attention"), block::none);
        LooseSection dense = Objects.requireNonNullElseGet(block.section("ffn"), block::none);
        return new Block(
                attention.positive("n_heads_in_group"),
                attention.isSet("replace_with_linear"),
                dense.real("ffn_mult"),
                dense.isSet("replace_with_linear"));
    }

    private @Nullable Integer stateBytes() {
        String named = text.text("mamba_ssm_cache_dtype", "mamba_ssm_dtype");
        return switch (named == null ? "" : named) {
            case "float32" -> Integer.valueOf(Float.BYTES);
            case "float16", "bfloat16" -> Integer.valueOf(Short.BYTES);
            default -> null;
        };
    }
}
