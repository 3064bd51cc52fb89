package advisor.facts;

import advisor.facts.unit.Bytes;
import advisor.facts.unit.Missing;
import advisor.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate must hold against what its devices offer. Unknown parts are {@code null}, and so are the sums over
 * them.
 *
 * @param checkpoint all that is published in the format, the multi-token-prediction module included
 * @param weights what of it is loaded, once
 * @param weightCopies what the layout holds more than once, and what the fullest device holds beyond an even share
 * @param kvCache cache of all streams at the request's lengths, with the copies that the layout keeps
 * @param runtime what engine and driver take on all devices together
 * @param total memory of all devices, as they report it where that is known, else as printed
 * @param spilled whether the host's memory is counted in, because the devices alone cannot hold what is needed
 * @param usable what of it an engine may fill, on the devices that take part
 * @param streams for whose cache at the request's lengths there is room
 * @param cacheTokens that there is room for, at those lengths
 * @param raisedShare share of a device's memory that the engine must be told to fill, because by its own default not one
 *     stream fits; {@code null} if its default suffices, or if that does not help either
 */
public record Memory(
        @Nullable Bytes checkpoint,
        @Nullable Bytes weights,
        @Nullable Bytes weightCopies,
        @Nullable Bytes kvCache,
        @Nullable Bytes runtime,
        @Nullable Bytes total,
        @Nullable Bytes usable,
        @Nullable Long kvCacheBytesPerToken,
        @Nullable Long streams,
        @Nullable Long cacheTokens,
        boolean weightsEstimated,
        boolean spilled,
        @Nullable Double raisedShare) {

    public static final Memory NONE =
            new Memory(null, null, null, null, null, null, null, null, null, null, false, false, null);

    /** Of so many units, each of which holds as much. */
    public Memory times(int units) {
        return new Memory(
                times(checkpoint, units),
                times(weights, units),
                times(weightCopies, units),
                times(kvCache, units),
                times(runtime, units),
                times(total, units),
                times(usable, units),
                kvCacheBytesPerToken,
                times(streams, units),
                times(cacheTokens, units),
                weightsEstimated,
                spilled,
                raisedShare);
    }

    private static @Nullable Bytes times(@Nullable Bytes bytes, int units) {
        return bytes == null ? null : bytes.times(units);
    }

    private static @Nullable Long times(@Nullable Long count, int units) {
        return count == null ? null : count * units;
    }

    /** Weights with their copies, cache and runtime together. */
    public @Nullable Bytes needed() {
        return weights == null || weightCopies == null || kvCache == null || runtime == null
                ? null
                : weights.plus(weightCopies).plus(kvCache).plus(runtime);
    }

    /** How much is missing; {@code null} if nothing is, or if it is not known. */
    public @Nullable Bytes shortfall() {
        Bytes needed = needed();
        return needed == null || usable == null || needed.compareTo(usable) <= 0 ? null : needed.minus(usable);
    }

    /** Whether a figure is missing without which nobody can say if the model fits. */
    public boolean unknown() {
        return !lacks().isEmpty();
    }

    /** The figures that are missing to say whether the model fits. */
    public Text missing() {
        return Missing.named(lacks());
    }

    /** The same, one by one. */
    public List<Missing> lacks() {
        List<Missing> lacks = new ArrayList<>();
        if (usable == null || runtime == null) {
            lacks.add(Missing.MEMORY);
        }
        if (weights == null || weightCopies == null) {
            lacks.add(Missing.WEIGHTS);
        }
        if (kvCache == null) {
            lacks.add(Missing.CACHE);
        }
        return lacks;
    }

    /** Printed memory beyond the weights; {@code null} if there is none, or if it is not known. */
    public @Nullable Bytes besideWeights() {
        return weights == null || total == null || weights.compareTo(total) > 0 ? null : total.minus(weights);
    }

    public @Nullable Double besideWeightsGigabytes() {
        Bytes beside = besideWeights();
        return beside == null ? null : beside.gigabytes();
    }

    /** By how much the checkpoint exceeds the printed memory; {@code null} if it does not, or if it is not known. */
    public @Nullable Bytes checkpointShortfall() {
        return checkpoint == null || total == null || checkpoint.compareTo(total) <= 0 ? null : checkpoint.minus(total);
    }

    /** What the checkpoint holds beyond what is loaded. */
    public @Nullable Bytes notLoaded() {
        return checkpoint == null || weights == null || checkpoint.equals(weights) ? null : checkpoint.minus(weights);
    }

    /** What is left when everything is held; {@code null} if it does not fit, or if it is not known. */
    public @Nullable Bytes spare() {
        Bytes needed = needed();
        return needed == null || usable == null || needed.compareTo(usable) > 0 ? null : usable.minus(needed);
    }

    /** The spare memory as a share of what is usable. */
    public @Nullable Double spareShare() {
        Bytes spare = spare();
        return spare == null || usable == null ? null : (double) spare.count() / usable.count();
    }
}
