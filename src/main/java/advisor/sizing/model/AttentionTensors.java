package advisor.sizing.model;

import static advisor.facts.model.TensorClass.ATTENTION;

import advisor.facts.model.AttentionConfig;
import advisor.facts.model.AttentionConfig.LinearAttention;
import advisor.facts.model.ModelConfig;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The tensors of one attention layer. */
final class AttentionTensors {
    private final Family family;
    private final ModelConfig config;
    private final AttentionConfig attention;
    private final long hidden;
    private final String name;
    private final Consumer<WeightTensor> add;

    AttentionTensors(Family family, ModelConfig config, long hidden, String name, Consumer<WeightTensor> add) {
        this.family = family;
        this.config = config;
        this.attention = config.attention();
        this.hidden = hidden;
        this.name = name;
        this.add = add;
    }

    void add(Layers.Reach reach) {
        LinearAttention linear = attention.linear();
        if (reach == Layers.Reach.STATE && linear != null) {
            linear(linear);
        } else if (attention.isLatent()) {
            latent();
        } else {
            grouped();
        }
    }

    /** Queries and keys pass through small vectors; keys and values share one. */
    private void latent() {
        long heads = known(attention.heads());
        long content = known(attention.contentHeadDim());
        long rope = known(attention.ropeHeadDim());
        long value = known(attention.valueHeadDim());
        long rank = known(attention.kvLoraRank());
        queries(heads * (content + rope));
        linear("kv_a_proj_with_mqa", rank + rope, hidden);
        norm("kv_a_layernorm", rank);
        linear("kv_b_proj", heads * (content + value), rank);
        linear("o_proj", hidden, heads * value);
        indexer();
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

    private void grouped() {
        long size = known(HeadSize.of(config));
        long queries = known(attention.heads()) * size;
        long keys = keyHeads() * size;
        linear("q_proj", family.gatesQueries() ? 2 * queries : queries, hidden);
        linear("k_proj", keys, hidden);
        linear("v_proj", keys, hidden);
        linear("o_proj", hidden, queries);
        biases(queries, keys);
        norms(size, queries, keys);
        if (family.hasSinks()) {
            vector("sinks", known(attention.heads()));
        }
    }

    private void biases(long queries, long keys) {
        if (family.hasInputBias(config)) {
            vector("q_proj.bias", queries);
            vector("k_proj.bias", keys);
            vector("v_proj.bias", keys);
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
        linear("in_proj_qkvz", 2 * keys + 2 * values, hidden);
        linear("in_proj_ba", 2L * linear.valueHeads(), hidden);
        linear("out_proj", hidden, values);
        plain("conv1d", 2 * keys + values, linear.convolution());
        vector("dt_bias", linear.valueHeads());
        vector("A_log", linear.valueHeads());
        norm("norm", linear.valueHeadDim());
    }

    private long keyHeads() {
        Integer heads = attention.kvHeads();
        return heads == null ? known(attention.heads()) : heads;
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

    /** A size that {@link MissingKeys} has found present. */
    private static long known(@Nullable Integer size) {
        if (size == null) {
            throw new IllegalStateException("A size is missing that was found present.");
        }
        return size;
    }
}
