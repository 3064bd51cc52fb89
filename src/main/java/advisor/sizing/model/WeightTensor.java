package advisor.sizing.model;

import advisor.facts.model.TensorClass;

/**
 * A weight tensor that a configuration calls for, as often as it stands in one layer.
 *
 * @param rows outputs; 1 for a vector
 * @param columns inputs
 * @param copies how many there are of it: experts of a layer
 * @param fixedBytes bytes of one value whatever the checkpoint's type; 0 if it follows the checkpoint
 * @param linear whether quantisation converts it unless told not to
 */
record WeightTensor(
        String name, TensorClass tensorClass, long rows, long columns, long copies, int fixedBytes, boolean linear) {

    private static final int BYTES_OF_FLOAT = 4;

    static WeightTensor linear(String name, TensorClass tensorClass, long rows, long columns) {
        return new WeightTensor(name, tensorClass, rows, columns, 1, 0, true);
    }

    static WeightTensor plain(String name, TensorClass tensorClass, long rows, long columns) {
        return new WeightTensor(name, tensorClass, rows, columns, 1, 0, false);
    }

    static WeightTensor vector(String name, TensorClass tensorClass, long length) {
        return plain(name, tensorClass, 1, length);
    }

    static WeightTensor norm(String name, long length) {
        return vector(name, TensorClass.NORMS, length);
    }

    WeightTensor times(long count) {
        return new WeightTensor(name, tensorClass, rows, columns, count, fixedBytes, linear);
    }

    WeightTensor inFloat() {
        return new WeightTensor(name, tensorClass, rows, columns, copies, BYTES_OF_FLOAT, linear);
    }

    WeightTensor as(TensorClass other) {
        return new WeightTensor(name, other, rows, columns, copies, fixedBytes, linear);
    }

    /** @throws ArithmeticException if nobody could count so far */
    long parameters() {
        return Math.multiplyExact(Math.multiplyExact(rows, columns), copies);
    }
}
