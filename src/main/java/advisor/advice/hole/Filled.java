package advisor.advice.hole;

import advisor.catalog.Catalog;
import advisor.facts.machine.Accelerator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a device might be of which not all is known. */
final class Filled {
    private Filled() {}

    /**
     * With the best of each rate that a device of its kind has, and the power of the most frugal, where its own are not
     * known; empty if all are.
     */
    static Optional<Accelerator> asTheBest(Accelerator device, Catalog catalog) {
        Collection<Accelerator> all = catalog.accelerators().values();
        List<Accelerator> ofItsKind =
                all.stream().filter(other -> other.market() == device.market()).toList();
        return rateUnknown(device)
                ? Optional.of(
                        device.filledBy(ofItsKind, leastWatts(device, catalog)).filledBy(all, null))
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
