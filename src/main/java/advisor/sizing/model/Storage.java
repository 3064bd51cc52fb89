package advisor.sizing.model;

import advisor.facts.model.ModelConfig;
import advisor.facts.model.Quantisation;
import advisor.facts.model.Quantisation.Scheme;
import advisor.facts.model.TensorClass;
import advisor.facts.model.ValueType;
import java.util.Objects;

/** In which format a checkpoint keeps a tensor, and how many bytes that takes with its scales. */
final class Storage {
    private static final int WORD_BITS = 32;
    private static final int WORD_BYTES = 4;
    private static final int FLOAT_BYTES = 4;
    private static final int SHORT_BYTES = 2;

    private final Quantisation quantisation;
    private final IgnoredModules ignored;
    private final ValueType valueType;
    private final int blockScaleBytes;

    Storage(ModelConfig config, boolean shortScales) {
        this.quantisation = config.quantisation();
        this.ignored = new IgnoredModules(quantisation.ignored());
        this.valueType = Objects.requireNonNullElse(config.valueType(), ValueType.BF16);
        this.blockScaleBytes = shortScales ? SHORT_BYTES : FLOAT_BYTES;
    }

    /** A tensor's format as engines name it, and its bytes over all copies. */
    record Stored(String format, long bytes) {}

    /** @throws ArithmeticException if nobody could count so far */
    Stored of(WeightTensor tensor) {
        boolean packed = tensor.linear() || quantisation.scheme() == Scheme.MLX && isTable(tensor);
        boolean quantised = packed && !ignored.contain(tensor.name());
        if (!quantised || quantisation.scheme() == Scheme.NONE) {
            return plain(tensor);
        }
        long bytes = Math.multiplyExact(bytes(tensor.rows(), tensor.columns()), tensor.copies());
        return new Stored(format(), bytes);
    }

    private static boolean isTable(WeightTensor tensor) {
        return tensor.tensorClass() == TensorClass.EMBEDDING || tensor.tensorClass() == TensorClass.HEAD;
    }

    private Stored plain(WeightTensor tensor) {
        boolean fixed = tensor.fixedBytes() == FLOAT_BYTES;
        int each = fixed ? FLOAT_BYTES : valueType.bytes();
        String format = fixed ? ValueType.FP32.name() : valueType.name();
        return new Stored(format, Math.multiplyExact(tensor.parameters(), (long) each));
    }

    private String format() {
        return switch (quantisation.scheme()) {
            case FP8_BLOCK -> "FP8 %s×%s".formatted(quantisation.blockRows(), quantisation.blockColumns());
            case FP8_CHANNEL -> "FP8 row";
            case FP8_TENSOR -> "FP8";
            case INT8_CHANNEL -> "INT8 row";
            case MXFP4 -> "MXFP4";
            case NVFP4 -> "NVFP4";
            case AWQ, GPTQ, MLX, PACKED_GROUP ->
                "INT%s %s%s".formatted(quantisation.bits(), quantisation.method(), group());
            case NONE, UNKNOWN -> quantisation.method();
        };
    }

    private String group() {
        return quantisation.groupSize() == null ? "" : " g" + quantisation.groupSize();
    }

    /** Bytes of one matrix with its scales. */
    private long bytes(long rows, long columns) {
        return switch (quantisation.scheme()) {
            case NONE, UNKNOWN -> throw new IllegalStateException("Nobody counts an unknown scheme.");
            case FP8_BLOCK -> Math.addExact(Math.multiplyExact(rows, columns), blocks(rows, columns) * blockScaleBytes);
            case FP8_CHANNEL, INT8_CHANNEL -> Math.multiplyExact(rows, columns) + rows * SHORT_BYTES;
            case FP8_TENSOR -> Math.multiplyExact(rows, columns) + FLOAT_BYTES;
            case MXFP4 -> Math.multiplyExact(rows, columns) / 2 + rows * groups(columns);
            case NVFP4 -> Math.multiplyExact(rows, columns) / 2 + rows * groups(columns) + 2 * FLOAT_BYTES;
            case PACKED_GROUP ->
                rows * words(columns) + rows * groups(columns) * SHORT_BYTES + zeroPoints(rows, columns);
            case AWQ -> columns * words(rows) + rows * groups(columns) * SHORT_BYTES + zeroPoints(rows, columns);
            case MLX -> rows * words(columns) + rows * groups(columns) * 2 * SHORT_BYTES;
            case GPTQ ->
                rows * words(columns)
                        + rows * groups(columns) * SHORT_BYTES
                        + zeroPoints(rows, columns)
                        + columns * WORD_BYTES;
        };
    }

    private long blocks(long rows, long columns) {
        return ceiling(rows, quantisation.blockRows()) * ceiling(columns, quantisation.blockColumns());
    }

    private long groups(long columns) {
        Integer size = quantisation.groupSize();
        return size == null ? 1 : ceiling(columns, size);
    }

    private long zeroPoints(long rows, long columns) {
        return quantisation.zeroPoints() ? groups(columns) * words(rows) : 0;
    }

    /** Bytes of the words that hold so many packed values. */
    private long words(long values) {
        return ceiling(Math.multiplyExact(values, (long) quantisation.bits()), WORD_BITS) * WORD_BYTES;
    }

    private static long ceiling(long value, long unit) {
        return (value + unit - 1) / unit;
    }
}
