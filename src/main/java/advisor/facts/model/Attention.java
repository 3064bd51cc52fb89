package advisor.facts.model;

import advisor.facts.unit.Bytes;
import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Sized;
import advisor.text.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a model's attention layers keep their cache: a case for each scheme that can be computed, and one for the rest. */
public sealed interface Attention {

    /** The schemes, as a catalog and a rule name them. */
    enum Kind {
        MLA,
        GQA,
        UNKNOWN
    }

    Kind kind();

    /** Attention heads of a layer; 0 if that is not known either. */
    int heads();

    /** Bytes that one more token adds to a stream once every window is full; {@code null} for an unknown scheme. */
    @Nullable Long bytesPerToken();

    /** Cache of one stream that holds so many tokens, once; {@code null} for an unknown scheme. */
    @Nullable Sized cache(long tokens);

    /** How many of so many devices that share a layer hold the same cache. */
    double copies(int devices);

    /** The same of the cache of one stream that holds so many tokens. */
    default double copies(int devices, long tokens) {
        return copies(devices);
    }

    /** Bytes that a token adds, beside {@link #bytesPerToken()}, while the windows are not full. */
    default long windowBytesPerToken() {
        return 0;
    }

    /** Tokens of the windows; 0 if there are none, or if they differ. */
    default int window() {
        return 0;
    }

    /** Bytes that a stream takes whatever its length. */
    default long stateBytes() {
        return 0;
    }

    /**
     * Operations for each token that a step looks at, where all heads look at the same vector; 0 where each reads keys and
     * values of its own or of few, which takes longer than to compute with them.
     */
    default double sharedOperationsPerToken() {
        return 0;
    }

    /** The same with values of so many bytes; what a stream takes whatever its length stays as it is. */
    Attention inValuesOf(int bytes);

    /** Heads times the mean of query-key and value size; {@code null} if the configuration does not tell. */
    @Nullable Double width(AttentionConfig config);

    /** A scheme that keeps so many values for each token and layer. */
    sealed interface Known extends Attention {
        LayerSpan span();

        int valuesPerTokenAndLayer();

        @Override
        default Long bytesPerToken() {
            return span().bytesPerToken(valuesPerTokenAndLayer());
        }

        @Override
        default Sized cache(long tokens) {
            return span().cache(valuesPerTokenAndLayer(), tokens);
        }

        @Override
        default long windowBytesPerToken() {
            return (long) span().valueBytes() * span().sliding() * valuesPerTokenAndLayer();
        }

        @Override
        default int window() {
            return span().window();
        }
    }

    /**
     * One latent vector a layer and token, shared by all heads and hence by no device (MLA).
     *
     * @param rank values of the vector
     * @param ropeHeadDim values of its position part
     */
    record Latent(int heads, int rank, int ropeHeadDim, LayerSpan span, IndexKeys index) implements Known {
        private static final Text PACKED = new Text(
                "bytes a token and layer: 8 bits, scales, positions in 16 bits", "每 token 每层字节：8 位、缩放与 16 位位置");
        private static final int POSITION_BYTES = 2;

        /** Of layers that look at every vector. */
        public Latent(int heads, int rank, int ropeHeadDim, LayerSpan span) {
            this(heads, rank, ropeHeadDim, span, IndexKeys.NONE);
        }

        @Override
        public Kind kind() {
            return Kind.MLA;
        }

        @Override
        public double copies(int devices) {
            return devices;
        }

        @Override
        public @Nullable Double width(AttentionConfig config) {
            Integer content = config.contentHeadDim();
            Integer value = config.valueHeadDim();
            return content == null || value == null ? null : (Double) (heads * (content + ropeHeadDim + value) / 2.0);
        }

        @Override
        public int valuesPerTokenAndLayer() {
            return rank + ropeHeadDim;
        }

        @Override
        public Long bytesPerToken() {
            long vectors =
                    isPacked() ? (long) span.full() * packedBytes() : span.bytesPerToken(valuesPerTokenAndLayer());
            return vectors + index.bytesPerToken();
        }

        @Override
        public Sized cache(long tokens) {
            Sized vectors = isPacked()
                    ? LayerSpan.kept(
                            Operand.exactly(PACKED, packedBytes(), "B"),
                            LayerSpan.LAYERS,
                            span.full(),
                            LayerSpan.TOKENS,
                            tokens)
                    : span.cache(valuesPerTokenAndLayer(), tokens);
            return index.layers() == 0 ? vectors : vectors.plus(index.cache(tokens));
        }

        /** The same as if every vector were looked at. */
        public Latent withoutIndex() {
            return new Latent(heads, rank, ropeHeadDim, span);
        }

        /** Kernels that pick vectors read those of eight bits with their scales, and positions in 16 bits. */
        private boolean isPacked() {
            return index.layers() > 0 && span.valueBytes() == 1;
        }

        private int packedBytes() {
            return IndexKeys.packed(rank) + POSITION_BYTES * ropeHeadDim;
        }

        @Override
        public double sharedOperationsPerToken() {
            return 2.0 * heads * (2 * rank + ropeHeadDim) * span.full();
        }

        @Override
        public Attention inValuesOf(int bytes) {
            return new Latent(heads, rank, ropeHeadDim, span.inValuesOf(bytes), index);
        }
    }

    /** A key and a value for each of some heads, which devices share out as far as they go (GQA, MHA). */
    record Grouped(int heads, int kvHeads, int headDim, LayerSpan span) implements Known {
        @Override
        public Kind kind() {
            return Kind.GQA;
        }

        @Override
        public double copies(int devices) {
            return Math.max(1, devices / (double) Math.max(1, kvHeads));
        }

        @Override
        public @Nullable Double width(AttentionConfig config) {
            return (double) heads * headDim;
        }

        @Override
        public int valuesPerTokenAndLayer() {
            return 2 * kvHeads * headDim;
        }

        @Override
        public Attention inValuesOf(int bytes) {
            return new Grouped(heads, kvHeads, headDim, span.inValuesOf(bytes));
        }
    }

    /**
     * Layers that differ in what they keep, or that keep a state of constant size.
     *
     * @param meanWidth heads times the mean of query-key and value size; {@code null} if the configuration does not tell
     * @param stateBytes of all layers, for each stream
     */
    record Mixed(Kind kind, int heads, @Nullable Double meanWidth, List<KeptLayers> kept, long stateBytes)
            implements Attention {
        private static final Text STATE = new Text("state of a stream, whatever its length", "每路固定状态（与长度无关）");

        @Override
        public Long bytesPerToken() {
            return kept.stream()
                    .filter(part -> part.window() == 0)
                    .mapToLong(part -> Math.round(part.bytes(1)))
                    .sum();
        }

        @Override
        public Sized cache(long tokens) {
            Sized all = Sized.of(STATE, new Bytes(stateBytes));
            for (KeptLayers part : kept) {
                all = all.plus(part.cache(tokens));
            }
            return all;
        }

        @Override
        public double copies(int devices) {
            return copies(devices, 1);
        }

        @Override
        public double copies(int devices, long tokens) {
            double once = stateBytes;
            double held = stateBytes;
            for (KeptLayers part : kept) {
                once += part.bytes(tokens);
                held += part.bytes(tokens) * part.copies(devices);
            }
            return once == 0 ? 1 : held / once;
        }

        @Override
        public @Nullable Double width(AttentionConfig config) {
            return meanWidth;
        }

        @Override
        public long windowBytesPerToken() {
            return kept.stream()
                    .filter(part -> part.window() > 0)
                    .mapToLong(part -> Math.round(part.bytes(1)))
                    .sum();
        }

        @Override
        public int window() {
            List<Integer> windows = kept.stream()
                    .map(KeptLayers::window)
                    .filter(window -> window > 0)
                    .distinct()
                    .toList();
            return windows.size() == 1 ? windows.get(0) : 0;
        }

        @Override
        public Attention inValuesOf(int bytes) {
            List<KeptLayers> narrowed =
                    kept.stream().map(part -> part.inValuesOf(bytes)).toList();
            return new Mixed(kind, heads, meanWidth, narrowed, stateBytes);
        }
    }

    /** A scheme whose cache nobody here can compute. */
    record Unknown(int heads) implements Attention {
        @Override
        public Kind kind() {
            return Kind.UNKNOWN;
        }

        @Override
        public @Nullable Long bytesPerToken() {
            return null;
        }

        @Override
        public @Nullable Sized cache(long tokens) {
            return null;
        }

        @Override
        public double copies(int devices) {
            return 1;
        }

        @Override
        public Attention inValuesOf(int bytes) {
            return this;
        }

        @Override
        public @Nullable Double width(AttentionConfig config) {
            return null;
        }
    }
}
