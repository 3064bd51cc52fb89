package advisor.facts.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a checkpoint stores its linear layers.
 *
 * @param method the name in the configuration
 * @param bits of one weight, for the schemes of integer groups
 * @param groupSize weights of a row that share a scale; {@code null} for a whole row
 * @param blockRows rows of a block that shares a scale (FP8 blocks)
 * @param blockColumns columns of a block that shares a scale (FP8 blocks)
 * @param zeroPoints whether each group has a zero point, too
 * @param ignored modules left as they are: names, names with {@code *}, or expressions after {@code re:}
 */
public record Quantisation(
        Scheme scheme,
        String method,
        int bits,
        @Nullable Integer groupSize,
        int blockRows,
        int blockColumns,
        boolean zeroPoints,
        List<String> ignored) {

    public static final Quantisation NONE = new Quantisation(Scheme.NONE, "none", 16, null, 0, 0, false, List.of());

    /** Storage schemes whose bytes can be counted, and those whose cannot. */
    public enum Scheme {
        NONE(Precision.BF16),
        FP8_BLOCK(Precision.FP8),
        FP8_CHANNEL(Precision.FP8),
        FP8_TENSOR(Precision.FP8),
        INT8_CHANNEL(Precision.INT8),
        PACKED_GROUP(Precision.INT4),
        AWQ(Precision.INT4),
        GPTQ(Precision.INT4),
        /** As Apple's MLX packs them, embeddings and head included. */
        MLX(Precision.INT4),
        MXFP4(Precision.FP4),
        NVFP4(Precision.FP4),
        UNKNOWN(null);

        private final @Nullable Precision precision;

        Scheme(@Nullable Precision precision) {
            this.precision = precision;
        }
    }

    /** The advisor's name of the format; {@code null} if the scheme, or its number of bits, has none. */
    public @Nullable Precision precision() {
        if (scheme.precision != Precision.INT4) {
            return scheme.precision;
        }
        return switch (bits) {
            case Byte.SIZE / 2 -> Precision.INT4;
            case Byte.SIZE -> Precision.INT8;
            default -> null;
        };
    }
}
