package advisor.model;

import org.jspecify.annotations.Nullable;

/**
 * Power of a candidate: the devices alone, and all that is drawn from the utility. An all-in figure that no source
 * gives is estimated from the devices' power.
 */
public record Power(@Nullable Double devicesKilowatts, @Nullable Double allInKilowatts, boolean allInEstimated) {
    public static final Power NONE = new Power(null, null, false);
}
