package advisor.facts;

import org.jspecify.annotations.Nullable;

/**
 * Power of a candidate: the devices alone, and all that is drawn from the utility. An all-in figure that no source
 * gives is estimated from the devices' power.
 */
public record Power(@Nullable Double devicesKilowatts, @Nullable Double allInKilowatts, boolean allInEstimated) {
    /** The devices with their host, which takes so much more; {@code null} if the devices' power is not known. */
    public @Nullable Double withHost(double share) {
        Double devices = devicesKilowatts;
        return devices == null ? null : devices * (1 + share);
    }

    /** Whether nobody knows what the devices draw. */
    public boolean unknown() {
        return devicesKilowatts == null;
    }

    /** Of so many. */
    public Power times(int units) {
        return new Power(times(devicesKilowatts, units), times(allInKilowatts, units), allInEstimated);
    }

    private static @Nullable Double times(@Nullable Double kilowatts, int units) {
        return kilowatts == null ? null : kilowatts * units;
    }

    public static final Power NONE = new Power(null, null, false);
}
