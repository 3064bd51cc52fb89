package advisor.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One way to run a model: a machine to buy, a machine to rent, or a hosted service.
 *
 * @param devices accelerators in all, over all nodes
 * @param stock how easily it is had; {@code null} if unknown
 * @param countries where a rented or hosted service is operated
 * @param hostMemory memory of the host beside the accelerators', where weights may be kept in it
 * @param precisions formats the option is meant for; empty for any
 * @param engines engines the option is meant for; empty for any
 * @param sold when it could be had at all; {@code null} if always
 */
public record DeploymentOption(
        String id,
        Text title,
        OptionKind kind,
        Accelerator accelerator,
        int devices,
        int nodes,
        Build build,
        Channel channel,
        Warranty warranty,
        Network network,
        @Nullable Stock stock,
        Set<String> countries,
        @Nullable Bytes hostMemory,
        MemoryPool memoryPool,
        Set<Precision> precisions,
        Set<String> engines,
        @Nullable Period sold,
        @Nullable String soldSource,
        List<String> documents,
        @Nullable String asPrinted,
        List<Text> notes,
        List<Quote> quotes,
        List<Quote> rates,
        List<ApiOffer> offers,
        List<BillItem> billOfMaterials,
        List<BillItem> printedTotals) {

    public boolean purchased() {
        return kind == OptionKind.PURCHASE;
    }

    /** Whether the option is a plan for particular number formats. */
    public boolean quantisedPlan() {
        return !precisions.isEmpty();
    }

    public boolean onCpu() {
        return accelerator.architecture().isCpu();
    }

    public boolean offloadsToHost() {
        return memoryPool == MemoryPool.DEVICE_AND_HOST;
    }

    public boolean soldOn(LocalDate day) {
        return sold == null || sold.contains(day);
    }

    public boolean offers(String model, LocalDate day) {
        return offers.stream()
                .anyMatch(offer -> offer.model().equals(model) && offer.period().contains(day));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DeploymentOption that && that.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
