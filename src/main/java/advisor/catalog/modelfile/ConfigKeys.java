package advisor.catalog.modelfile;

import advisor.catalog.yaml.LooseSection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which keys of a configuration may change what weights or cache take although nobody here reads them. */
final class ConfigKeys {
    /** What a key is about if it is about layers, attention, experts, their sizes or their bits. */
    private static final Pattern TELLING =
            Pattern.compile("quant|bits|dtype|attn|attention|layer|head|kv|exper|moe|mlp|"
                    + "ffn|hidden|dim$|dim_|rank|window|state|ssm|mamba|conv|latent|share|group|block|sparse|index|mtp|nextn|predict|"
                    + "compress|embed|adapter|lora|recurrent|memory|size|vocab|quer|norm_type|gate$");

    /** Keys that sound like that and change no byte of a published model. */
    private static final Set<String> HARMLESS = Set.of(
            "_attn_implementation",
            "add_cross_attention",
            "add_swa_attention_sink_bias",
            "add_full_attention_sink_bias",
            "attention_value_scale",
            "chunk_size",
            "compress_rope_theta",
            "enable_moe_block",
            "eoa_token_index",
            "ignore_index",
            "image_token_index",
            "index_share_for_mtp_iteration",
            "index_skip_topk_offset",
            "index_topk_freq",
            "indexer_rope_interleave",
            "layernorm_epsilon",
            "mamba_chunk_size",
            "mamba_expand",
            "mamba_hidden_act",
            "mlp_hidden_act",
            "moe_renormalize",
            "moe_router_activation_func",
            "multi_query_attention",
            "num_expert_group",
            "sliding_window_size",
            "use_grouped_topk",
            "use_mamba_kernels",
            "video_token_index",
            "vocab_size_per_layer_input",
            "attention_dropout",
            "attn_implementation",
            "attention_probs_dropout_prob",
            "attn_output_gate",
            "attn_pdrop",
            "chunk_size_feed_forward",
            "dtype",
            "embd_pdrop",
            "embedding_dropout",
            "ep_size",
            "ffn_dropout",
            "hidden_act",
            "hidden_activation",
            "hidden_dropout",
            "hidden_dropout_prob",
            "index_topk",
            "initial_context_length",
            "layer_norm_eps",
            "layer_norm_epsilon",
            "mamba_ssm_dtype",
            "moe_aux_loss_coeff",
            "moe_router_scoring_func",
            "n_group",
            "num_beam_groups",
            "output_attentions",
            "output_hidden_states",
            "pooler_num_attention_heads",
            "resid_pdrop",
            "rotary_dim",
            "qk_norm_type",
            "shared_moe_mode",
            "topk_group",
            "torch_dtype",
            "use_bidirectional_attention",
            "use_routing_bias",
            "max_window_layers",
            "qk_head_dim",
            "moe_layer_freq",
            "index_n_group");

    /** Nested, and about positions, pictures, sound or the program alone. */
    private static final Set<String> HARMLESS_NESTED = Set.of(
            "audio_config",
            "auto_map",
            "generation_config",
            "id2label",
            "label2id",
            "llm_config",
            "language_config",
            "pruned_heads",
            "rope_parameters",
            "rope_scaling",
            "swiglu_limits",
            "task_specific_params",
            "text_config",
            "vision_config");

    private static final Set<String> HARMLESS_OF_QUANTISATION = Set.of(
            "activation_scheme",
            "amp",
            "backend",
            "bnb_4bit_compute_dtype",
            "bnb_4bit_quant_storage",
            "bnb_4bit_quant_type",
            "bnb_4bit_use_double_quant",
            "_load_in_4bit",
            "load_in_4bit",
            "calibration",
            "checkpoint_format",
            "activation_scale_ub",
            "damp_auto_increment",
            "damp_percent",
            "dataset",
            "desc_act",
            "do_fuse",
            "exllama_config",
            "fmt",
            "format",
            "global_compression_ratio",
            "head_bits",
            "llm_int8_threshold",
            "meta",
            "model_file_base_name",
            "model_name_or_path",
            "pack_dtype",
            "producer",
            "quant_method",
            "quantization_status",
            "quantizer",
            "scale_fmt",
            "static_groups",
            "sym",
            "tokenizer",
            "true_sequential",
            "use_cuda_fp16",
            "use_exllama",
            "version");

    private ConfigKeys() {}

    /** Of a configuration, after all that is understood has been read from it. */
    static List<String> notUnderstood(LooseSection config) {
        return config.unread().stream()
                .filter(key -> config.isNested(key) ? !HARMLESS_NESTED.contains(key) : mayMatter(key))
                .toList();
    }

    /** Of a quantisation: there every key counts but those that are known not to. */
    static List<String> notUnderstoodOfQuantisation(LooseSection quantisation) {
        return quantisation.unread().stream()
                .filter(key -> !HARMLESS_OF_QUANTISATION.contains(key))
                .toList();
    }

    private static boolean mayMatter(String key) {
        return !HARMLESS.contains(key)
                && !key.endsWith("_token_id")
                && TELLING.matcher(key).find();
    }
}
