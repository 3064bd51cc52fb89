package advisor.sizing.model;

import advisor.facts.model.Attention;
import advisor.facts.model.AttentionConfig;
import advisor.facts.model.ModelConfig;
import advisor.facts.unit.Unknown;
import advisor.text.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** How a configuration's attention keeps its cache, and what of it is not known. */
record AttentionShape(Attention attention, List<Unknown> unknown) {
    private static final String FIGURE = "kvCache";
    private static final Pattern SHARING = Pattern.compile("group|kv|quer");

    static AttentionShape of(ModelConfig config) {
        return new Derivation(config).shape();
    }

    /** One derivation; collects what stays open. */
    private static final class Derivation {
        private final ModelConfig config;
        private final AttentionConfig attention;
        private final List<Unknown> unknown = new ArrayList<>();

        Derivation(ModelConfig config) {
            this.config = config;
            this.attention = config.attention();
        }

        AttentionShape shape() {
            List<Layers.Reach> reaches = Layers.reaches(config);
            Integer heads = attention.heads();
            if (!attention.foreign().isEmpty()) {
                return unknown(scheme(String.join(", ", attention.foreign())));
            }
            if (reaches == null) {
                return unknown(unclear());
            }
            if (heads == null) {
                return unknown(missing("num_attention_heads"));
            }
            List<String> missing = missing(reaches);
            if (!missing.isEmpty()) {
                return unknown(missing(String.join(", ", missing)));
            }
            noteWhatIsLeftOut(reaches);
            return attention.isLatent() ? latent(heads, reaches) : grouped(heads, reaches);
        }

        private List<String> missing(List<Layers.Reach> reaches) {
            Family family = Family.of(config);
            List<String> missing = new ArrayList<>(family == null ? List.of() : MissingKeys.ofCache(config, family));
            if (reaches.contains(Layers.Reach.CHUNK) && attention.chunk() == null) {
                missing.add("attention_chunk_size");
            }
            if (reaches.contains(Layers.Reach.WINDOW) && attention.window() == null) {
                missing.add("sliding_window");
            }
            return missing;
        }

        private AttentionShape latent(int heads, List<Layers.Reach> reaches) {
            Integer rank = attention.kvLoraRank();
            Integer rope = attention.ropeHeadDim();
            if (rank == null || rope == null) {
                return unknown(missing("qk_rope_head_dim"));
            }
            return new AttentionShape(new Attention.Latent(heads, rank, rope, span(reaches)), unknown);
        }

        private AttentionShape grouped(int heads, List<Layers.Reach> reaches) {
            Integer size = HeadSize.of(config);
            if (size == null) {
                return unknown(missing("head_dim"));
            }
            if (attention.valueHeadDim() != null && !attention.valueHeadDim().equals(size)) {
                return unknown(scheme("v_head_dim " + attention.valueHeadDim()));
            }
            Integer kvHeads = attention.kvHeads();
            List<String> sharing = sharing();
            if (kvHeads == null && !sharing.isEmpty()) {
                return unknown(scheme(String.join(", ", sharing)));
            }
            if (kvHeads == null) {
                add(
                        "num_key_value_heads is absent: one for each attention head is assumed",
                        "缺少 num_key_value_heads：假定每个注意力头各有一个");
            }
            return new AttentionShape(
                    new Attention.Grouped(heads, Objects.requireNonNullElse(kvHeads, heads), size, span(reaches)),
                    unknown);
        }

        /** Keys that may say how many heads share a key and a value. */
        private List<String> sharing() {
            return config.notUnderstood().stream()
                    .filter(key -> SHARING.matcher(key).find())
                    .toList();
        }

        private Attention.Span span(List<Layers.Reach> reaches) {
            int chunked = Collections.frequency(reaches, Layers.Reach.CHUNK);
            int capped = Collections.frequency(reaches, Layers.Reach.WINDOW) + chunked;
            Integer cap = chunked > 0 ? attention.chunk() : attention.window();
            int full = Collections.frequency(reaches, Layers.Reach.ALL);
            return new Attention.Span(full, capped, cap == null || capped == 0 ? 0 : cap);
        }

        private void noteWhatIsLeftOut(List<Layers.Reach> reaches) {
            if (attention.indexHeads() != null) {
                add("the cache of the sparse-attention indexer comes on top and is not counted", "稀疏注意力索引器另有缓存，未计入");
            }
            if (reaches.contains(Layers.Reach.STATE)) {
                add("the constant state of the linear-attention layers is not counted", "线性注意力层的固定状态未计入");
            }
            if (attention.chunk() != null
                    && attention.layerTypes().isEmpty()
                    && attention.chunkedLayers().isEmpty()) {
                add(
                        "attention_chunk_size caps some layers, and the configuration does not say which: all are counted in"
                                + " full, an upper bound",
                        "attention_chunk_size 限制部分层，但配置未写明是哪些层：全部按完整上下文计，为上限");
            }
        }

        private Text unclear() {
            if (config.layers() == null) {
                return missing("num_hidden_layers");
            }
            return attention.layerTypes().isEmpty()
                    ? new Text(
                            "sliding_window caps some layers, and the configuration does not say which",
                            "sliding_window 限制部分层，但配置未写明是哪些层")
                    : scheme("layer_types "
                            + String.join(
                                    ", ",
                                    attention.layerTypes().stream().distinct().toList()));
        }

        private static Text scheme(String name) {
            return new Text("attention scheme " + name + " is not known", "注意力方案 " + name + " 未知");
        }

        private static Text missing(String key) {
            return new Text("the configuration has no " + key, "配置中没有 " + key);
        }

        private void add(String en, String zh) {
            unknown.add(new Unknown(FIGURE, new Text(en, zh)));
        }

        private AttentionShape unknown(Text reason) {
            int heads = Objects.requireNonNullElse(attention.heads(), 0);
            return new AttentionShape(new Attention.Unknown(heads), List.of(new Unknown(FIGURE, reason)));
        }
    }
}
