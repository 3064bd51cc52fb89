package advisor.facts.model;

/** The type of values that are not quantised. */
public enum ValueType {
    BF16(2),
    FP16(2),
    FP32(4);

    private final int bytes;

    ValueType(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes of one value. */
    public int bytes() {
        return bytes;
    }
}
