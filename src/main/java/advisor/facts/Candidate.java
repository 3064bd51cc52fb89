package advisor.facts;

import advisor.facts.machine.Accelerator;
import advisor.facts.machine.ComputeMode;
import advisor.facts.model.Precision;
import advisor.facts.offer.DeploymentOption;
import advisor.text.Ids;
import org.jspecify.annotations.Nullable;

/** One option in one number format, with all that is computed of it. What rules judge. */
public record Candidate(
        DeploymentOption option, Plan plan, Memory memory, Performance performance, Power power, Cost cost) {

    /** Unique among the candidates of a request: option and format. */
    public String id() {
        return option.id() + "@" + Ids.of(precision());
    }

    public Precision precision() {
        return plan.precision();
    }

    /** Whether weights have to be kept in the host's memory because the devices alone cannot hold all that is needed. */
    public boolean offloads() {
        return memory.spilled();
    }

    /** Whether each answer reads weights from a host's memory: on a processor, or with offload. */
    public boolean readsHostMemory() {
        return option.onCpu() || offloads();
    }

    public Accelerator accelerator() {
        return option.accelerator();
    }

    /** Whether FP8 weights are computed in FP8 units of the device. */
    public boolean computesInFp8() {
        return precision() == Precision.FP8 && plan.mode() == ComputeMode.NATIVE;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Candidate that && that.option.equals(option) && that.precision() == precision();
    }

    @Override
    public int hashCode() {
        return 31 * option.hashCode() + precision().hashCode();
    }
}
