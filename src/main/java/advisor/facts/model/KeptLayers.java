package advisor.facts.model;

import advisor.facts.unit.Sized;
import advisor.text.Text;

/**
 * What layers of one kind keep.
 *
 * @param values of one entry of a layer
 * @param ratio tokens that make one entry
 * @param window tokens that are kept at most; 0 without such a limit
 * @param shares devices that can divide it among them; 0 if each of them holds it all
 */
public record KeptLayers(int layers, int values, int ratio, int window, int shares, int valueBytes) {
    private static final Text RATIO = new Text("tokens that are kept as one", "合并为一条的 token 数");

    /** In values of 16 bits. */
    public KeptLayers(int layers, int values, int ratio, int window, int shares) {
        this(layers, values, ratio, window, shares, LayerSpan.SIXTEEN_BITS);
    }

    KeptLayers inValuesOf(int bytes) {
        return new KeptLayers(layers, values, ratio, window, shares, bytes);
    }

    double bytes(long tokens) {
        return (double) layers * values * valueBytes / ratio * capped(tokens);
    }

    Sized cache(long tokens) {
        Sized all = window == 0
                ? LayerSpan.kept(values, valueBytes, LayerSpan.LAYERS, layers, LayerSpan.TOKENS, tokens)
                : LayerSpan.kept(values, valueBytes, LayerSpan.SLIDING, layers, LayerSpan.WINDOW, capped(tokens));
        return ratio == 1 ? all : all.dividedBy(RATIO, ratio);
    }

    double copies(int devices) {
        return shares == 0 ? devices : Math.max(1, devices / (double) shares);
    }

    private long capped(long tokens) {
        return window == 0 ? tokens : Math.min(tokens, window);
    }
}
