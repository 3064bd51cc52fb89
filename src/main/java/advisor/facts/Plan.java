package advisor.facts;

import advisor.facts.machine.ComputeMode;
import advisor.facts.model.Fidelity;
import advisor.facts.model.Precision;
import org.jspecify.annotations.Nullable;

/**
 * How a candidate would run: number format, engine, how many of the option, and how each is spread over its devices. No
 * engine is known for UNSUPPORTED.
 *
 * @param layout of one unit
 * @param unitNodes nodes of one unit
 * @param units how many of the option the load takes, each with a copy of the model; 1 of a hosted service
 * @param unitStreams streams that the busiest unit serves at the request's load
 * @param fastEnough whether each unit likely answers as fast as is wished; if not, the units are as many as hold the load
 */
public record Plan(
        Precision precision,
        ComputeMode mode,
        Fidelity fidelity,
        @Nullable String engine,
        @Nullable String source,
        Layout layout,
        int unitNodes,
        int units,
        int unitStreams,
        boolean fastEnough) {

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
        return new Plan(precision, mode, fidelity, engine, source, other, unitNodes, units, unitStreams, fastEnough);
    }

    /** The same in so many units, for so many streams. */
    public Plan in(int count, int streams, boolean fastEnough) {
        int most = share(streams, count);
        return new Plan(precision, mode, fidelity, engine, source, layout, unitNodes, count, most, fastEnough);
    }

    /** Streams that the busiest of so many units serves. */
    public static int share(int streams, int units) {
        return Math.floorDiv(streams - 1, units) + 1;
    }

    /** Negative if it keeps the published weights more faithfully; of two formats that do alike, the narrower comes first. */
    public int preference(Plan other) {
        int order = fidelity.compareTo(other.fidelity);
        return order == 0 ? Integer.compare(precision.weightBits(), other.precision.weightBits()) : order;
    }

    public boolean preferredTo(Plan other) {
        return preference(other) < 0;
    }

    public String engineName() {
        return engine == null ? "-" : engine;
    }
}
