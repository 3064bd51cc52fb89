package advisor.advice.hole;

import advisor.catalog.Catalog;
import advisor.facts.machine.Accelerator;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a device might be of which not all is known. */
final class Filled {
    private Filled() {}

    /** With the rates and the power of the fastest of its kind where its own are not known; empty if all are. */
    static Optional<Accelerator> asTheFastest(Accelerator device, Catalog catalog) {
        return rateUnknown(device)
                ? catalog.accelerators().values().stream()
                        .filter(other -> !rateUnknown(other))
                        .max(Comparator.<Accelerator, Boolean>comparing(other -> other.market() == device.market())
                                .thenComparing(other -> Objects.requireNonNull(other.fp16Teraflops())))
                        .map(device::filledBy)
                : Optional.empty();
    }

    private static boolean rateUnknown(Accelerator device) {
        return Stream.of(
                        Optional.ofNullable(device.bandwidthGigabytesPerSecond()),
                        Optional.ofNullable(device.fp16Teraflops()),
                        Optional.ofNullable(device.fp8Teraflops()),
                        Optional.ofNullable(device.fp4Teraflops()),
                        Optional.ofNullable(device.int8Teraops()),
                        Optional.ofNullable(device.tdpWatts()))
                .anyMatch(Optional::isEmpty);
    }
}
