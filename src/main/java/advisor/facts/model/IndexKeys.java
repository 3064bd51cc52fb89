package advisor.facts.model;

import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Sized;
import advisor.text.Text;

/**
 * The keys by which layers pick the tokens that they look at. vLLM, SGLang and TensorRT-LLM keep them in eight bits
 * with a scale, whatever the format of the rest; SGLang's pull request 11309 prints a pool that comes to this.
 *
 * @param layers that have keys of their own
 * @param keyDim values of a key
 */
public record IndexKeys(int layers, int keyDim) {
    /** Of layers that look at every token. */
    public static final IndexKeys NONE = new IndexKeys(0, 0);

    private static final Text KEY = new Text("bytes of a token's index key, with its scale", "每 token 索引键的字节（含缩放）");
    private static final Text LAYERS = new Text("layers that keep an index", "保留索引的层数");
    private static final int VALUES_OF_A_SCALE = 128;
    private static final int SCALE_BYTES = 4;

    /** Bytes of values of eight bits with their scales. */
    static int packed(int values) {
        return values + (values + VALUES_OF_A_SCALE - 1) / VALUES_OF_A_SCALE * SCALE_BYTES;
    }

    public long bytesPerToken() {
        return (long) layers * packed(keyDim);
    }

    Sized cache(long tokens) {
        return LayerSpan.kept(Operand.exactly(KEY, packed(keyDim), "B"), LAYERS, layers, LayerSpan.TOKENS, tokens);
    }
}
