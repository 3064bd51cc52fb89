package advisor.facts;

import advisor.facts.machine.ComputeMode;
import advisor.facts.model.Precision;

/** How faithful the weights of a plan are to those that were published, most faithful first. */
public enum Fidelity {
    /** As published, or in FP8 units for a model published in BF16: half the memory, no loss that was ever measured; or four bits that were published as weights alone. */
    AS_PUBLISHED,
    /** As published but held or computed wider, or another format of eight bits. */
    EIGHT_BITS,
    FOUR_BITS,
    /** Four bits in files of llama.cpp, which serves few at a time. */
    FOUR_BITS_GGUF,
    FEWER_BITS;

    private static final int EIGHT = 8;
    private static final int FOUR = 4;

    /** @param published format of the model's weights */
    public static Fidelity of(Precision format, ComputeMode mode, Precision published) {
        boolean runsNatively = mode == ComputeMode.NATIVE;
        boolean weightsAlone = mode == ComputeMode.WEIGHT_ONLY && format == Precision.FP4 && published == Precision.FP4;
        if (format == Precision.HOSTED || weightsAlone || runsNatively && format == bestNative(published, format)) {
            return AS_PUBLISHED;
        }
        if (format.weightBits() >= EIGHT || format == published) {
            return EIGHT_BITS;
        }
        if (format.weightBits() < FOUR) {
            return FEWER_BITS;
        }
        return format == Precision.GGUF_Q4 ? FOUR_BITS_GGUF : FOUR_BITS;
    }

    /** A model published in BF16 is run in FP8 where the device has units for it, and else in BF16. */
    private static Precision bestNative(Precision published, Precision format) {
        return published == Precision.BF16 && format == Precision.FP8 ? Precision.FP8 : published;
    }
}
