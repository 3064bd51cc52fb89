package advisor.advice.hole;

import advisor.catalog.Catalog;
import advisor.facts.machine.Accelerator;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a device might be of which not all is known. */
final class Filled {
    private Filled() {}

    /**
     * With the rates of the fastest and the power of the most frugal of its kind where its own are not known; empty if all
     * are.
     */
    static Optional<Accelerator> asTheBest(Accelerator device, Catalog catalog) {
        return rateUnknown(device)
                ? catalog.accelerators().values().stream()
                        .filter(other -> !rateUnknown(other))
                        .max(Comparator.<Accelerator, Boolean>comparing(other -> other.market() == device.market())
                                .thenComparing(other -> Objects.requireNonNull(other.fp16Teraflops())))
                        .map(fastest -> device.filledBy(fastest, leastWatts(device, catalog)))
                : Optional.empty();
    }

    private static @Nullable Double leastWatts(Accelerator device, Catalog catalog) {
        return catalog.accelerators().values().stream()
                .filter(other -> other.market() == device.market() && other.formFactor() == device.formFactor())
                .flatMap(other -> Stream.ofNullable(other.tdpWatts()))
                .min(Comparator.naturalOrder())
                .orElse(null);
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
