package advisor.facts;

/** The number format in which a cache is kept. */
public enum KvFormat {
    BF16(2),
    FP8(1);

    private final int bytes;

    KvFormat(int bytes) {
        this.bytes = bytes;
    }

    /** Of one value. */
    public int bytes() {
        return bytes;
    }
}
