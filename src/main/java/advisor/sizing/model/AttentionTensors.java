package advisor.sizing.model;

import static advisor.facts.model.TensorClass.ATTENTION;

import advisor.facts.model.AttentionConfig;
import advisor.facts.model.AttentionConfig.LinearAttention;
import advisor.facts.model.HybridConfig;
import advisor.facts.model.HybridConfig.StateSpace;
import advisor.facts.model.ModelConfig;
import java.util.List;
import java.util.function.Consumer;

/** The tensors of one attention layer. */
final class AttentionTensors {
    private final Family family;
    private final ModelConfig config;
    private final AttentionConfig attention;
    private final long hidden;
    private final String layer;
    private String name;
    private final Consumer<WeightTensor> add;

    /** @param layer its name */
    AttentionTensors(Family family, ModelConfig config, long hidden, String layer, Consumer<WeightTensor> add) {
        this.family = family;
        this.config = config;
        this.attention = config.attention();
        this.hidden = hidden;
        this.layer = layer;
        this.name = layer + family.attention();
        this.add = add;
    }

    /** @param number of the layer */
    void add(Layers.Reach reach, int number) {
        if (reach == Layers.Reach.STATE) {
            name = this.layer + family.linearAttention();
            state();
        } else if (reach == Layers.Reach.NONE) {
            reduced(number);
        } else if (attention.isLatent()) {
            latent(number);
        } else {
            grouped(HeadSizes.of(config, reach, number), number);
        }
    }

    private void state() {
        StateSpace space = config.hybrid().stateSpace();
        LinearAttention linear = attention.linear();
        if (space != null) {
            stateSpace(space);
        } else if (linear != null && family == Family.KIMI_LINEAR) {
            delta(linear);
        } else if (linear != null) {
            linear(linear);
        }
    }

    private void reduced(int number) {
        HybridConfig.Block block = Layers.block(config, number);
        if (block != null && block.linearAttention()) {
            linear("linear_attn", hidden, hidden);
        }
    }

    /** Queries and keys pass through small vectors; keys and values share one. */
    private void latent(int number) {
        long heads = MissingKeys.present(attention.heads());
        long content = MissingKeys.present(attention.contentHeadDim());
        long rope = MissingKeys.present(attention.ropeHeadDim());
        long value = MissingKeys.present(attention.valueHeadDim());
        long rank = MissingKeys.present(attention.kvLoraRank());
        queries(heads * (content + rope));
        linear("kv_a_proj_with_mqa", rank + rope, hidden);
        norm("kv_a_layernorm", rank);
        linear("kv_b_proj", heads * (content + value), rank);
        linear("o_proj", hidden, heads * value);
        List<String> indexers = config.hybrid().indexers();
        if (number >= indexers.size() || indexers.get(number).equals("full")) {
            indexer();
        }
    }

    private void queries(long size) {
        Integer rank = attention.queryLoraRank();
        if (rank == null) {
            linear("q_proj", size, hidden);
        } else {
            linear("q_a_proj", rank, hidden);
            norm("q_a_layernorm", rank);
            linear("q_b_proj", size, rank);
        }
    }

    /** What picks the tokens that sparse attention looks at. */
    private void indexer() {
        Integer heads = attention.indexHeads();
        Integer size = attention.indexHeadDim();
        if (heads == null || size == null) {
            return;
        }
        Integer rank = attention.queryLoraRank();
        linear("indexer.wq_b", (long) heads * size, rank == null ? hidden : rank);
        linear("indexer.wk", size, hidden);
        norm("indexer.k_norm", size);
        norm("indexer.k_norm.bias", size);
        plain("indexer.weights_proj", heads, hidden);
    }

    private void grouped(HeadSizes sizes, int number) {
        long queries = (long) sizes.heads() * sizes.keyDim();
        long keys = (long) sizes.kvHeads() * sizes.keyDim();
        long values = (long) sizes.kvHeads() * sizes.valueDim();
        linear("q_proj", family.gatesQueries() ? 2 * queries : queries, hidden);
        linear("k_proj", keys, hidden);
        if (!sizes.sharedValues()) {
            linear("v_proj", values, hidden);
        }
        linear("o_proj", hidden, (long) sizes.heads() * sizes.valueDim());
        biases(queries, keys, values);
        norms(sizes.keyDim(), queries, keys);
        if (family.hasSinks()) {
            vector("sinks", sizes.heads());
        }
        if (config.hybrid().headGate()) {
            linear("g_proj", sizes.heads(), hidden);
        }
        blockIndex(number);
    }

    /** What picks the blocks of tokens that a layer looks at: queries of some heads, and one key. */
    private void blockIndex(int number) {
        List<Integer> indexed = config.hybrid().indexedLayers();
        Integer heads = attention.indexHeads();
        Integer size = attention.indexHeadDim();
        if (number < indexed.size() && indexed.get(number) != 0 && heads != null && size != null) {
            linear("index_q_proj", (long) heads * size, hidden);
            linear("index_k_proj", size, hidden);
        }
    }

    private void biases(long queries, long keys, long values) {
        if (family.hasInputBias(config)) {
            vector("q_proj.bias", queries);
            vector("k_proj.bias", keys);
            vector("v_proj.bias", values);
        }
        if (family.hasOutputBias(config)) {
            vector("o_proj.bias", hidden);
        }
    }

    private void norms(long size, long queries, long keys) {
        if (family.hasHeadNorm(config)) {
            norm("q_norm", size);
            norm("k_norm", size);
        }
        if (family.hasLayerNorm()) {
            norm("q_norm", queries);
            norm("k_norm", keys);
        }
    }

    private void linear(LinearAttention linear) {
        long keys = (long) linear.keyHeads() * linear.keyHeadDim();
        long values = (long) linear.valueHeads() * linear.valueHeadDim();
        if (config.type().startsWith("qwen3_5")) {
            linear("in_proj_qkv", 2 * keys + values, hidden);
            linear("in_proj_z", values, hidden);
            linear("in_proj_b", linear.valueHeads(), hidden);
            linear("in_proj_a", linear.valueHeads(), hidden);
        } else {
            linear("in_proj_qkvz", 2 * keys + 2 * values, hidden);
            linear("in_proj_ba", 2L * linear.valueHeads(), hidden);
        }
        linear("out_proj", hidden, values);
        plain("conv1d", 2 * keys + values, linear.convolution());
        vector("dt_bias", linear.valueHeads());
        vector("A_log", linear.valueHeads());
        norm("norm", linear.valueHeadDim());
    }

    /** Kimi's delta attention: three convolutions, and gates through a narrow middle. */
    private void delta(LinearAttention linear) {
        long heads = linear.keyHeads();
        long size = linear.keyHeadDim();
        long width = heads * size;
        for (String part : List.of("q", "k", "v")) {
            linear(part + "_proj", width, hidden);
            plain(part + "_conv1d", width, linear.convolution());
        }
        for (String gate : List.of("f", "g")) {
            linear(gate + "_a_proj", size, hidden);
            linear(gate + "_b_proj", width, size);
        }
        linear("b_proj", heads, hidden);
        linear("o_proj", hidden, width);
        vector("dt_bias", width);
        vector("A_log", heads);
        norm("o_norm", size);
    }

    private void stateSpace(StateSpace space) {
        long inner = space.inner();
        linear("in_proj", inner + space.channels() + space.heads(), hidden);
        linear("out_proj", hidden, inner);
        plain("conv1d", space.channels(), space.convolution());
        if (space.convolutionBias()) {
            vector("conv1d.bias", space.channels());
        }
        if (space.bias()) {
            vector("in_proj.bias", inner + space.channels() + space.heads());
            vector("out_proj.bias", hidden);
        }
        for (String part : List.of("A_log", "D", "dt_bias")) {
            vector(part, space.heads());
        }
        norm("norm", inner);
    }

    private void linear(String part, long rows, long columns) {
        add.accept(WeightTensor.linear(name + "." + part, ATTENTION, rows, columns));
    }

    private void plain(String part, long rows, long columns) {
        add.accept(WeightTensor.plain(name + "." + part, ATTENTION, rows, columns));
    }

    private void vector(String part, long length) {
        add.accept(WeightTensor.vector(name + "." + part, ATTENTION, length));
    }

    private void norm(String part, long length) {
        add.accept(WeightTensor.norm(name + "." + part, length));
    }
}
