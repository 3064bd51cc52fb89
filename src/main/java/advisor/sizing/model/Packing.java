package advisor.sizing.model;

import advisor.facts.model.Quantisation;

/** How many bytes a matrix takes in a quantised format, with its scales. */
record Packing(Quantisation quantisation, int blockScaleBytes) {
    /** ExLlama's mean bits are counted in thousandths. */
    static final int EXL_UNIT = 1000;

    private static final int WORD_BITS = 32;
    private static final int WORD_BYTES = 4;
    private static final int FLOAT_BYTES = 4;
    private static final int SHORT_BYTES = 2;
    private static final int NESTED = 256;

    /** Sixteen values that the four bits stand for. */
    private static final int CODE_BYTES = 16 * FLOAT_BYTES;

    /** Bytes of one matrix with its scales. */
    long bytes(long rows, long columns) {
        return switch (quantisation.scheme()) {
            case NONE, UNKNOWN -> throw new IllegalStateException("Nobody counts an unknown scheme.");
            case FP8_BLOCK -> Math.addExact(Math.multiplyExact(rows, columns), blocks(rows, columns) * blockScaleBytes);
            case FP8_CHANNEL, INT8_CHANNEL -> Math.multiplyExact(rows, columns) + rows * SHORT_BYTES;
            case FP8_TENSOR -> Math.multiplyExact(rows, columns) + FLOAT_BYTES;
            case MXFP8 -> Math.multiplyExact(rows, columns) + rows * groups(columns);
            case MXFP4 -> Math.multiplyExact(rows, columns) / 2 + rows * groups(columns);
            case MLX_FLOAT -> rows * words(columns) + rows * groups(columns);
            case EXL -> Math.multiplyExact(rows, columns) * quantisation.bits() / EXL_UNIT / Byte.SIZE;
            case BLOCKWISE ->
                Math.multiplyExact(rows, columns) / 2 + blockwise(rows, columns) * FLOAT_BYTES + CODE_BYTES;
            case BLOCKWISE_NESTED ->
                Math.multiplyExact(rows, columns) / 2
                        + blockwise(rows, columns)
                        + ceiling(blockwise(rows, columns), NESTED) * FLOAT_BYTES
                        + NESTED * FLOAT_BYTES
                        + CODE_BYTES;
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

    private long blockwise(long rows, long columns) {
        return ceiling(
                Math.multiplyExact(rows, columns), quantisation.groupSize() == null ? 1 : quantisation.groupSize());
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
