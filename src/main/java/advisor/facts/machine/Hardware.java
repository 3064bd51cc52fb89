package advisor.facts.machine;

import advisor.facts.model.Precision;
import advisor.facts.unit.Bytes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an option computes with.
 *
 * @param devices accelerators in all, over all nodes
 * @param hostMemory memory of the host beside the accelerators', where weights may be kept in it
 * @param precisions formats the option is meant for; empty for any
 * @param engines engines the option is meant for; empty for any
 */
public record Hardware(
        Accelerator accelerator,
        int devices,
        int nodes,
        Network network,
        @Nullable Bytes hostMemory,
        MemoryPool memoryPool,
        Set<Precision> precisions,
        Set<String> engines) {
    /** Of a hosted service nobody says what it runs on. */
    public static final Hardware HOSTED = of(Accelerator.HOSTED, 0, 0, Network.NONE, null);

    /** Meant for any format and engine, the weights in the memory of the devices. */
    public static Hardware of(
            Accelerator accelerator, int devices, int nodes, Network network, @Nullable Bytes hostMemory) {
        return new Hardware(accelerator, devices, nodes, network, hostMemory, MemoryPool.DEVICE, Set.of(), Set.of());
    }

    public Hardware with(Accelerator other) {
        return with(other, devices);
    }

    public Hardware with(int count) {
        return with(accelerator, count);
    }

    private Hardware with(Accelerator other, int count) {
        return new Hardware(other, count, nodes, network, hostMemory, memoryPool, precisions, engines);
    }
}
