package advisor.sizing.model;

import advisor.facts.model.Attention;
import advisor.facts.model.AttentionConfig;
import advisor.facts.model.HybridConfig;
import advisor.facts.model.IndexKeys;
import advisor.facts.model.KeptLayers;
import advisor.facts.model.LayerSpan;
import advisor.facts.model.ModelConfig;
import advisor.facts.unit.Unknown;
import advisor.text.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How a configuration's attention keeps its cache, and what of it is not known. */
record AttentionShape(Attention attention, List<Unknown> unknown) {
    private static final String FIGURE = "kvCache";
    private static final int SHORT_BYTES = 2;
    private static final int FLOAT_BYTES = 4;

    /** Layers that join more tokens into one have no index: there are few enough of them. */
    private static final int INDEXED_UP_TO = 4;

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
            if (!attention.foreign().isEmpty()) {
                return unknown(scheme(String.join(", ", attention.foreign())));
            }
            if (!config.hybrid().compressRatios().isEmpty()) {
                return compressed(config.hybrid().compressRatios());
            }
            List<Layers.Reach> reaches = Layers.reaches(config);
            Integer heads = attention.heads();
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
            AttentionShape plain = attention.isLatent() ? latent(heads, reaches) : grouped(heads, reaches);
            return plain.attention() instanceof Attention.Known known && differs(reaches)
                    ? new AttentionShape(mixed(known, reaches), unknown)
                    : plain;
        }

        /** Whether layers differ in what they keep, or keep something else beside. */
        private boolean differs(List<Layers.Reach> reaches) {
            HybridConfig hybrid = config.hybrid();
            return hybrid.windowed() != null
                    || hybrid.global() != null
                    || !hybrid.blocks().isEmpty()
                    || !hybrid.indexedLayers().isEmpty()
                    || attention.valueHeadDim() != null && !attention.isLatent()
                    || stateBytes(reaches) > 0;
        }

        private Attention mixed(Attention.Known known, List<Layers.Reach> reaches) {
            Map<KeptLayers, Integer> counts = new LinkedHashMap<>();
            for (int layer = 0; layer < reaches.size(); layer++) {
                kept(reaches.get(layer), layer).forEach(part -> counts.merge(part, 1, Integer::sum));
            }
            List<KeptLayers> all = counts.entrySet().stream()
                    .map(entry -> times(entry.getKey(), entry.getValue().intValue()))
                    .toList();
            Double width = known.kind() == Attention.Kind.MLA
                    ? known.width(attention)
                    : Double.valueOf(meanWidth(known.heads()));
            return new Attention.Mixed(known.kind(), known.heads(), width, all, stateBytes(reaches));
        }

        private List<KeptLayers> kept(Layers.Reach reach, int layer) {
            int window = reach == Layers.Reach.WINDOW ? MissingKeys.present(attention.window()) : 0;
            int cap = reach == Layers.Reach.CHUNK ? MissingKeys.present(attention.chunk()) : window;
            if (reach == Layers.Reach.STATE || reach == Layers.Reach.NONE) {
                return List.of();
            }
            if (attention.isLatent()) {
                int values = MissingKeys.present(attention.kvLoraRank()) + MissingKeys.present(attention.ropeHeadDim());
                return List.of(new KeptLayers(1, values, 1, cap, 0));
            }
            HeadSizes sizes = HeadSizes.of(config, reach, layer);
            int values = sizes.kvHeads() * (sizes.keyDim() + sizes.valueDim());
            KeptLayers keys = new KeptLayers(1, values, 1, cap, sizes.kvHeads());
            List<Integer> indexed = config.hybrid().indexedLayers();
            return layer < indexed.size() && indexed.get(layer) != 0
                    ? List.of(keys, new KeptLayers(1, MissingKeys.present(attention.indexHeadDim()), 1, cap, 0))
                    : List.of(keys);
        }

        private double meanWidth(int heads) {
            int size = MissingKeys.present(HeadSize.of(config));
            Integer value = attention.valueHeadDim();
            return heads * (size + (value == null ? size : value)) / 2.0;
        }

        /** Layers keep a window, and of what is before it one entry for so many tokens, some with an index of it. */
        private AttentionShape compressed(List<Integer> ratios) {
            Integer size = attention.headDim();
            Integer index = attention.indexHeadDim();
            Integer layers = config.layers();
            Integer window = attention.window();
            Integer heads = attention.heads();
            boolean tooShort = layers != null && ratios.size() < layers;
            if (size == null || index == null || layers == null || window == null || heads == null || tooShort) {
                return unknown(scheme("compress_ratios"));
            }
            List<KeptLayers> kept = new ArrayList<>();
            kept.add(new KeptLayers(layers, size, 1, window, 0));
            ratios.subList(0, layers).stream()
                    .filter(ratio -> ratio > 0)
                    .collect(Collectors.groupingBy(ratio -> ratio, TreeMap::new, Collectors.counting()))
                    .forEach((ratio, count) -> {
                        int values = ratio <= INDEXED_UP_TO ? size + index : size;
                        kept.add(new KeptLayers(count.intValue(), values, ratio, 0, 0));
                    });
            return new AttentionShape(
                    new Attention.Mixed(Attention.Kind.MLA, heads, (double) heads * size, kept, 0), unknown);
        }

        /** What linear layers and state spaces keep of a stream. */
        private long stateBytes(List<Layers.Reach> reaches) {
            long layers = Collections.frequency(reaches, Layers.Reach.STATE);
            HybridConfig.StateSpace space = config.hybrid().stateSpace();
            AttentionConfig.LinearAttention linear = attention.linear();
            Integer told = config.hybrid().stateBytes();
            long each = told == null ? FLOAT_BYTES : told;
            if (layers == 0) {
                return 0;
            }
            if (space != null) {
                return layers
                        * (space.inner() * space.stateSize() * each
                                + space.channels() * (space.convolution() - 1) * SHORT_BYTES);
            }
            return linear == null ? 0 : layers * ofLinear(linear, each);
        }

        private static long ofLinear(AttentionConfig.LinearAttention linear, long each) {
            long values = (long) linear.valueHeads() * linear.valueHeadDim();
            long channels = 2L * linear.keyHeads() * linear.keyHeadDim() + values;
            return values * linear.keyHeadDim() * each + channels * (linear.convolution() - 1) * SHORT_BYTES;
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
            return new AttentionShape(new Attention.Latent(heads, rank, rope, span(reaches), index(reaches)), unknown);
        }

        /** Layers pick with an index of their own, or as the layer before them did. */
        private IndexKeys index(List<Layers.Reach> reaches) {
            Integer keyDim = attention.indexHeadDim();
            List<String> indexers = config.hybrid().indexers();
            int layers = indexers.isEmpty() ? reaches.size() : Collections.frequency(indexers, "full");
            return attention.indexHeads() == null || keyDim == null ? IndexKeys.NONE : new IndexKeys(layers, keyDim);
        }

        private AttentionShape grouped(int heads, List<Layers.Reach> reaches) {
            Integer size = HeadSize.of(config);
            if (size == null) {
                return unknown(missing("head_dim"));
            }
            if (Family.of(config) == null
                    && attention.valueHeadDim() != null
                    && !attention.valueHeadDim().equals(size)) {
                return unknown(scheme("v_head_dim " + attention.valueHeadDim()));
            }
            Integer kvHeads = attention.kvHeads();
            List<String> sharing = sharing();
            if (kvHeads == null && !sharing.isEmpty()) {
                return unknown(scheme(String.join(", ", sharing)));
            }
            if (kvHeads == null && config.hybrid().blocks().isEmpty()) {
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

        private LayerSpan span(List<Layers.Reach> reaches) {
            int chunked = Collections.frequency(reaches, Layers.Reach.CHUNK);
            int capped = Collections.frequency(reaches, Layers.Reach.WINDOW) + chunked;
            Integer cap = chunked > 0 ? attention.chunk() : attention.window();
            int full = Collections.frequency(reaches, Layers.Reach.ALL);
            return new LayerSpan(full, capped, cap == null || capped == 0 ? 0 : cap);
        }

        private void noteWhatIsLeftOut(List<Layers.Reach> reaches) {
            if (attention.indexHeads() != null && attention.isLatent()) {
                noteIndex(attention.indexHeadDim() == null || differs(reaches));
            }
            if (Family.of(config) == Family.STEP && config.hybrid().windowed() == null) {
                add(
                        "attention_other_setting is absent: layers with a window are taken to have the heads of the others",
                        "缺少 attention_other_setting：假定带窗口的层与其他层的头数相同");
            }
            boolean stateless = stateBytes(reaches) == 0;
            if (reaches.contains(Layers.Reach.STATE) && stateless) {
                add("the constant state of the linear-attention layers is not counted", "线性注意力层的固定状态未计入");
            }
            if (!stateless && config.hybrid().stateBytes() == null) {
                add(
                        "the configuration does not say how the state of a stream is stored: 32 bits are counted",
                        "配置未写明每路状态的数值类型：按 32 位计");
            }
            if (attention.chunk() != null && attention.layerTypes().isEmpty()) {
                noteChunks(reaches.contains(Layers.Reach.CHUNK));
            }
        }

        private void noteIndex(boolean leftOut) {
            if (leftOut) {
                add("the cache of the sparse-attention indexer comes on top and is not counted", "稀疏注意力索引器另有缓存，未计入");
            } else {
                add(
                        "the keys of the sparse-attention indexer are counted in 8 bits with a scale, as engines keep them;"
                                + " in 16 bits they take twice as much",
                        "稀疏注意力索引器的键按引擎默认的 8 位加缩放计；若以 16 位保存则约为两倍");
            }
        }

        private void noteChunks(boolean capped) {
            if (capped && attention.chunkedLayers().isEmpty()) {
                add(
                        "attention_chunk_size caps three of four layers, as in the published code; engines that do not use"
                                + " that keep every token in all layers",
                        "按公开代码，attention_chunk_size 限制四分之三的层；未利用这一点的引擎在所有层保留全部 token");
            } else if (!capped) {
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

    /** What so many times the layers keep. */
    private static KeptLayers times(KeptLayers kept, int count) {
        return new KeptLayers(kept.layers() * count, kept.values(), kept.ratio(), kept.window(), kept.shares());
    }
}
