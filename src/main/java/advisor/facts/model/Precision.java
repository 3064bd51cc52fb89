package advisor.facts.model;

/** The number format in which a candidate keeps its weights, and computes them where the hardware can. */
public enum Precision {
    BF16(16, "BF16"),
    FP8(8, "FP8"),
    /** The FP8 checkpoint's weights, computed in 16 bits. */
    W8A16(8, "W8A16"),
    INT8(8, "INT8"),
    FP4(4, "FP4"),
    INT4(4, "4-bit"),
    GGUF_Q4(4, "GGUF Q4"),
    GGUF_Q2(2, "GGUF 2.5-bit"),
    GGUF_Q1(1, "GGUF 1.6-bit"),
    /** Whatever the provider of a hosted model runs. */
    HOSTED(16, "hosted");

    private final int weightBits;
    private final String label;

    Precision(int weightBits, String label) {
        this.weightBits = weightBits;
        this.label = label;
    }

    /** Nominal bits of one weight; block scales and formats of mixed width are not counted. */
    public int weightBits() {
        return weightBits;
    }

    public String label() {
        return label;
    }

    /** Whether devices are made that compute in it; the others are widened as they are read. */
    public boolean hasUnits() {
        return this == BF16 || this == FP8 || this == INT8 || this == FP4;
    }

    /** Whether weights in this format can differ from those of a checkpoint published in {@code published}. */
    public boolean isLossyFor(Precision published) {
        return !keeps(published) && this != HOSTED;
    }

    /** The format in which the weights are stored: W8A16 reads the FP8 checkpoint. */
    public Precision storedAs() {
        return this == W8A16 ? FP8 : this;
    }

    /** Whether an engine makes weights in this format of those that were published while it loads them. */
    boolean madeWhileLoadedFrom(Precision published) {
        return keeps(published) || this == HOSTED || this == FP8 && published == BF16;
    }

    /** Whether it is one of llama.cpp, whose own tool makes the files. */
    public boolean isOfLlamaCpp() {
        return this == GGUF_Q4 || this == GGUF_Q2 || this == GGUF_Q1;
    }

    private boolean keeps(Precision published) {
        return this == BF16 || storedAs() == published.storedAs();
    }
}
