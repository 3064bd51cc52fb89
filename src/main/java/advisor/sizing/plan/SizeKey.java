package advisor.sizing.plan;

import advisor.facts.machine.Hardware;
import advisor.facts.offer.ApiOffer;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of an option its layouts depend on: those of two that are built alike are the same, whoever sells them.
 *
 * @param offers of a hosted service, whose speed was measured with them; empty for a machine
 */
record SizeKey(Hardware hardware, OptionKind kind, List<ApiOffer> offers) {
    static SizeKey of(DeploymentOption option) {
        return new SizeKey(option.hardware(), option.kind(), option.offers());
    }

    /** Devices of one id may have other figures where a request describes them: only the very same is the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SizeKey that
                && that.hardware.accelerator() == hardware.accelerator()
                && that.hardware.equals(hardware)
                && that.kind == kind
                && that.offers.equals(offers);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * hardware.accelerator().hashCode() + hardware.devices()) + hardware.nodes();
    }
}
