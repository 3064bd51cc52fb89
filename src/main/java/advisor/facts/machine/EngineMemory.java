package advisor.facts.machine;

import advisor.facts.unit.Bytes;
import advisor.facts.unit.Sourced;
import org.jspecify.annotations.Nullable;

/**
 * What an engine leaves of a device's memory to the model.
 *
 * @param usableShare share that it fills unless told otherwise
 * @param reserved what it keeps free on each device beside that
 * @param kept how it reckons what it keeps free, if it does
 * @param workspace what it takes beside weights and cache; {@code null} if that was not measured
 * @param paddedExperts widths of experts in MXFP4 are rounded up to a multiple of this when they are loaded; 1 if they stay
 */
public record EngineMemory(
        double usableShare,
        Bytes reserved,
        @Nullable KeptFree kept,
        @Nullable Workspace workspace,
        int paddedExperts,
        String source)
        implements Sourced {

    /** Whether it can be told how much to fill. */
    public boolean takesShare() {
        return usableShare < 1 || kept != null;
    }
}
