package advisor.sizing.speed;

import advisor.facts.Plan;
import advisor.facts.machine.Accelerator;
import advisor.facts.machine.ComputeMode;
import advisor.facts.unit.Missing;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rates of a device that the speed of a plan rests on: of its memory, in the format computed in, and in 16 bits. */
final class Rates {
    private static final double TERA = 1e12;
    private static final double GIGA = 1e9;

    private Rates() {}

    /** Those that no source gives. */
    static List<Missing> lacking(Accelerator accelerator, Plan plan) {
        return Stream.of(Missing.BANDWIDTH, computedIn(plan), Missing.FP16_RATE)
                .distinct()
                .filter(rate -> perSecond(accelerator, rate) == null)
                .toList();
    }

    /** The rate in which a format is computed: its own where the device has units for it, else that of 16 bits. */
    static Missing computedIn(Plan plan) {
        if (plan.mode() != ComputeMode.NATIVE) {
            return Missing.FP16_RATE;
        }
        return switch (plan.precision()) {
            case FP8 -> Missing.FP8_RATE;
            case INT8 -> Missing.INT8_RATE;
            case FP4 -> Missing.FP4_RATE;
            default -> Missing.FP16_RATE;
        };
    }

    /** Bytes or operations a second; {@code null} if no source gives the rate. */
    static @Nullable Double perSecond(Accelerator accelerator, Missing rate) {
        Double bandwidth = accelerator.bandwidthGigabytesPerSecond();
        return switch (rate) {
            case BANDWIDTH -> bandwidth == null ? null : (Double) (bandwidth * GIGA);
            case FP16_RATE -> operations(accelerator.fp16Teraflops());
            case FP8_RATE -> operations(accelerator.fp8Teraflops());
            case FP4_RATE -> operations(accelerator.fp4Teraflops());
            case INT8_RATE -> operations(accelerator.int8Teraops());
            default -> throw new IllegalArgumentException("The figure (%s) is no rate of a device.".formatted(rate));
        };
    }

    private static @Nullable Double operations(@Nullable Double tera) {
        return tera == null ? null : (Double) (tera * TERA);
    }
}
