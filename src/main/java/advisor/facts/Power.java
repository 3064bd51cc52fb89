package advisor.facts;

import org.jspecify.annotations.Nullable;

/**
 * Power of a candidate: the devices alone, the machines that hold them, and all that is drawn from the utility. What
 * no source gives is estimated from the devices' power.
 */
public record Power(
        @Nullable Double devicesKilowatts,
        @Nullable Double machinesKilowatts,
        @Nullable Double allInKilowatts,
        boolean allInEstimated) {
    /** Whether nobody knows what the devices draw. */
    public boolean unknown() {
        return devicesKilowatts == null;
    }

    /** Of so many. */
    public Power times(int units) {
        return new Power(
                times(devicesKilowatts, units),
                times(machinesKilowatts, units),
                times(allInKilowatts, units),
                allInEstimated);
    }

    private static @Nullable Double times(@Nullable Double kilowatts, int units) {
        return kilowatts == null ? null : kilowatts * units;
    }

    public static final Power NONE = new Power(null, null, null, false);
}
