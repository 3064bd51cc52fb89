package advisor.sizing;

import advisor.model.Attention;
import advisor.model.Bytes;
import advisor.model.Layout;
import org.jspecify.annotations.Nullable;

/** What the cache of one stream takes, in values of 16 bits. */
public final class CacheSizing {
    static final int BYTES_PER_VALUE = 2;

    private CacheSizing() {}

    /** Bytes that one more token adds once every window is full; {@code null} for an unknown scheme. */
    public static @Nullable Long bytesPerToken(Attention attention) {
        return attention.kind() == Attention.Kind.UNKNOWN
                ? null
                : Math.multiplyExact((long) attention.fullLayers(), layerBytes(attention));
    }

    /** Cache of one stream that holds so many tokens, once; {@code null} for an unknown scheme. */
    public static @Nullable Bytes at(Attention attention, long tokens) {
        Long perToken = bytesPerToken(attention);
        if (perToken == null) {
            return null;
        }
        long capped = Math.min(tokens, attention.slidingWindow());
        return new Bytes(
                Math.multiplyExact(perToken, tokens) + capped * attention.slidingLayers() * layerBytes(attention));
    }

    /** How many devices of a group hold the same cache: a latent one is shared by all heads. */
    static double copies(Attention attention, Layout layout) {
        return switch (attention.kind()) {
            case MLA -> layout.tensorParallel();
            case GQA -> Math.max(1, layout.tensorParallel() / (double) Math.max(1, attention.kvHeads()));
            case UNKNOWN -> 1;
        };
    }

    private static long layerBytes(Attention attention) {
        return (long) attention.valuesPerTokenAndLayer() * BYTES_PER_VALUE;
    }
}
