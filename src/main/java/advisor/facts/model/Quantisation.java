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
 * @param targets modules that are stored so, by the same notation; empty for all linear layers
 * @param named other ways for the modules that they name, the one with fewest bits first
 */
public record Quantisation(
        Scheme scheme,
        String method,
        int bits,
        @Nullable Integer groupSize,
        int blockRows,
        int blockColumns,
        boolean zeroPoints,
        List<String> ignored,
        List<String> targets,
        List<Quantisation> named) {

    /** The same way for every linear layer. */
    public Quantisation(
            Scheme scheme,
            String method,
            int bits,
            @Nullable Integer groupSize,
            int blockRows,
            int blockColumns,
            boolean zeroPoints,
            List<String> ignored) {
        this(scheme, method, bits, groupSize, blockRows, blockColumns, zeroPoints, ignored, List.of(), List.of());
    }

    /** This way for some modules only. */
    public Quantisation of(List<String> modules) {
        return new Quantisation(
                scheme, method, bits, groupSize, blockRows, blockColumns, zeroPoints, ignored, modules, named);
    }

    /** Without the modules that are left as they are. */
    public Quantisation leaving(List<String> modules) {
        return new Quantisation(
                scheme, method, bits, groupSize, blockRows, blockColumns, zeroPoints, modules, targets, named);
    }

    /** With other ways for the modules that those name. */
    public Quantisation with(List<Quantisation> others) {
        return new Quantisation(
                scheme, method, bits, groupSize, blockRows, blockColumns, zeroPoints, ignored, targets, others);
    }

    /** Whether all ways in which modules are stored can be counted. */
    public boolean counted() {
        return scheme != Scheme.UNKNOWN && named.stream().allMatch(Quantisation::counted);
    }

    public static final Quantisation NONE = new Quantisation(Scheme.NONE, "none", 16, null, 0, 0, false, List.of());

    /** Storage schemes whose bytes can be counted, and those whose cannot. */
    public enum Scheme {
        NONE(Precision.BF16),
        FP8_BLOCK(Precision.FP8),
        FP8_CHANNEL(Precision.FP8),
        FP8_TENSOR(Precision.FP8),
        /** Groups of 32 values that share an exponent. */
        MXFP8(Precision.FP8),
        INT8_CHANNEL(Precision.INT8),
        PACKED_GROUP(Precision.INT4),
        AWQ(Precision.INT4),
        GPTQ(Precision.INT4),
        /** As Apple's MLX packs them, embeddings and head included. */
        MLX(Precision.INT4),
        /** The same with one scale a group, of 8 bits. */
        MLX_FLOAT(Precision.FP4),
        /** Four bits of bitsandbytes, a scale in 32 bits for each block. */
        BLOCKWISE(Precision.INT4),
        /** The same, with scales in 8 bits and one in 32 for each 256 of them. */
        BLOCKWISE_NESTED(Precision.INT4),
        /** ExLlama's: bits are a mean over all layers. */
        EXL(null),
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
        if (scheme == Scheme.NONE && !named.isEmpty()) {
            return named.get(0).precision();
        }
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
