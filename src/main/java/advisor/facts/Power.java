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

    public static final Power NONE = new Power(null, null, null, false);
}
