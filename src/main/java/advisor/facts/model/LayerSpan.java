package advisor.facts.model;

import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Sized;
import advisor.text.Text;

/**
 * Which tokens the layers keep, and in values of how many bytes. Layers with a state of constant size are not counted.
 *
 * @param full layers that keep every token
 * @param sliding layers that keep a window
 * @param window tokens of it; 0 if there is no such layer
 */
public record LayerSpan(int full, int sliding, int window, int valueBytes) {
    private static final Text VALUES = new Text("values a token and layer", "每 token 每层的数值");
    static final Text LAYERS = new Text("layers that keep every token", "保留全部 token 的层数");
    static final Text TOKENS = new Text("tokens of a stream, prompt and answer", "每路 token（提示与回答）");
    static final Text SLIDING = new Text("layers that keep a window", "只保留窗口的层数");
    static final Text WINDOW = new Text("tokens of the window", "窗口 token");
    private static final Text BYTES = new Text("bytes of a value", "每个数值的字节");
    static final int SIXTEEN_BITS = 2;

    /** In values of 16 bits. */
    public LayerSpan(int full, int sliding, int window) {
        this(full, sliding, window, SIXTEEN_BITS);
    }

    LayerSpan inValuesOf(int bytes) {
        return new LayerSpan(full, sliding, window, bytes);
    }

    long bytesPerToken(int values) {
        return Math.multiplyExact((long) full, (long) values * valueBytes);
    }

    Sized cache(int values, long tokens) {
        Sized all = kept(values, valueBytes, LAYERS, full, TOKENS, tokens);
        return sliding == 0
                ? all
                : all.plus(kept(values, valueBytes, SLIDING, sliding, WINDOW, Math.min(tokens, window)));
    }

    static Sized kept(int values, int valueBytes, Text layersName, int layers, Text tokensName, long tokens) {
        return Sized.of(Operand.exactly(VALUES, values, "1"))
                .times(Operand.exactly(BYTES, valueBytes, "B"))
                .times(layersName, layers)
                .times(tokensName, tokens);
    }

    static Sized kept(Operand entry, Text layersName, int layers, Text tokensName, long tokens) {
        return Sized.of(entry).times(layersName, layers).times(tokensName, tokens);
    }
}
