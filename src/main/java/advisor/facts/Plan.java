package advisor.facts;

import advisor.facts.machine.ComputeMode;
import advisor.facts.model.Precision;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How a candidate would run: number format, engine, how many of the option, and how each is spread over its devices.
 *
 * @param engine that runs it, or, where no source says that any does, the one that its figures are those of; {@code null}
 *     if none runs it
 * @param asked engines of which a source says that they do not run it, or, where that is not known, of which none says
 *     that they do; {@code null} if one is known to run it
 * @param hasWeights whether the engine makes its weights of the published ones as it loads them, or a source names files of
 *     them
 * @param experimental whether the engine's makers call its run of such a model on such a device an experiment
 * @param speculativeTokens tokens that the model's own module guesses ahead of each step; 0 if it does not
 * @param layout of one unit
 * @param unitNodes nodes of one unit
 * @param units how many of the option the load takes, each with a copy of the model; 1 of a hosted service
 * @param unitStreams streams that the busiest unit serves at the request's load
 * @param cramped whether it takes far more units, or money, than a coarser format of the same devices
 * @param fastEnough whether each unit likely answers as fast as is wished; if it does not, or if that is not known, the
 *     units are as many as hold the load
 */
public record Plan(
        Precision precision,
        ComputeMode mode,
        Fidelity fidelity,
        @Nullable String engine,
        @Nullable String source,
        @Nullable String asked,
        boolean hasWeights,
        boolean experimental,
        int speculativeTokens,
        Layout layout,
        int unitNodes,
        int units,
        int unitStreams,
        boolean cramped,
        boolean fastEnough) {

    private static final Comparator<Plan> BY_PREFERENCE = Comparator.comparing(Plan::cramped)
            .thenComparing(Plan::withoutFiles)
            .thenComparing(Plan::fidelity);

    /** Whether a source says that an engine runs it. */
    public boolean knownToRun() {
        return asked == null;
    }

    /** Whether an engine that serves many would have to be given files that somebody makes first. */
    public boolean withoutFiles() {
        return !hasWeights || precision.isOfLlamaCpp();
    }

    /** Of all units. */
    public int devices() {
        return unitDevices() * units;
    }

    public int unitDevices() {
        return layout.devices();
    }

    /** Of all units. */
    public int nodes() {
        return unitNodes * units;
    }

    public Plan with(Layout other) {
        return with(other, units, unitStreams, cramped, fastEnough);
    }

    /** The same in so many units, for so many streams. */
    public Plan in(int count, int streams, boolean fastEnough) {
        return with(layout, count, share(streams, count), cramped, fastEnough);
    }

    private Plan with(Layout other, int count, int streams, boolean isCramped, boolean isFastEnough) {
        return new Plan(
                precision,
                mode,
                fidelity,
                engine,
                source,
                asked,
                hasWeights,
                experimental,
                speculativeTokens,
                other,
                unitNodes,
                count,
                streams,
                isCramped,
                isFastEnough);
    }

    /** Streams that the busiest of so many units serves. */
    public static int share(int streams, int units) {
        return Math.floorDiv(streams - 1, units) + 1;
    }

    /** The same, in a format that takes many units. */
    public Plan asCramped() {
        return with(layout, units, unitStreams, true, fastEnough);
    }

    /** Negative if its format is chosen before the other's: not cramped, then with files that are there, then more faithful to the published weights. */
    public int preference(Plan other) {
        return BY_PREFERENCE.compare(this, other);
    }

    /** Whether its format keeps more of the published weights than the other's. */
    public boolean moreFaithfulThan(Plan other) {
        return fidelity.compareTo(other.fidelity) < 0;
    }

    public String engineName() {
        return engine == null ? "-" : engine;
    }
}
