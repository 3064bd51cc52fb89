package advisor.sizing.plan;

import advisor.facts.machine.Accelerator;
import advisor.facts.machine.MemoryPool;
import advisor.facts.machine.Network;
import advisor.facts.model.Precision;
import advisor.facts.offer.ApiOffer;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import advisor.facts.unit.Bytes;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of an option its layouts depend on: those of two that are built alike are the same, whoever sells them.
 *
 * @param offers of a hosted service, whose speed was measured with them; empty for a machine
 */
record SizeKey(
        Accelerator accelerator,
        int devices,
        int nodes,
        OptionKind kind,
        Network network,
        @Nullable Bytes hostMemory,
        MemoryPool memoryPool,
        Set<Precision> precisions,
        Set<String> engines,
        List<ApiOffer> offers) {

    static SizeKey of(DeploymentOption option) {
        return new SizeKey(
                option.accelerator(),
                option.devices(),
                option.nodes(),
                option.kind(),
                option.network(),
                option.hostMemory(),
                option.memoryPool(),
                option.precisions(),
                option.engines(),
                option.offers());
    }

    /** Devices of one id may have other figures where a request describes them: only the very same is the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SizeKey that
                && that.accelerator == accelerator
                && that.devices == devices
                && that.nodes == nodes
                && that.kind == kind
                && that.network == network
                && that.memoryPool == memoryPool
                && Objects.equals(that.hostMemory, hostMemory)
                && that.precisions.equals(precisions)
                && that.engines.equals(engines)
                && that.offers.equals(offers);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * accelerator.hashCode() + devices) + nodes;
    }
}
