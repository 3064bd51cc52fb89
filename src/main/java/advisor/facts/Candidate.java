package advisor.facts;

import advisor.facts.machine.Accelerator;
import advisor.facts.machine.ComputeMode;
import advisor.facts.model.Precision;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import advisor.facts.unit.Missing;
import advisor.facts.unit.Money;
import advisor.facts.unit.MoneyRange;
import advisor.text.Ids;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One option in one number format, with all that is computed of it. What rules judge. */
public record Candidate(
        DeploymentOption option, Plan plan, Memory memory, Performance performance, Power power, Cost cost) {

    private static final double BILLION = 1e9;

    private static final Comparator<Candidate> BY_PREFERENCE = Comparator.comparing(
                    (Candidate candidate) -> candidate.cost().likelyTotal(),
                    Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(candidate -> candidate.precision().weightBits());

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

    /** The figures that are missing to say how it runs and what it costs, each once. */
    public List<Missing> lacks() {
        boolean holdsNothing = option.kind() == OptionKind.API;
        return Stream.of(holdsNothing ? List.<Missing>of() : memory.lacks(), performance.lacks(), cost.lacks())
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether FP8 weights are computed in FP8 units of the device. */
    public boolean computesInFp8() {
        return precision() == Precision.FP8 && plan.mode() == ComputeMode.NATIVE;
    }

    /** Whether its format is chosen before the other's of the same option: by the plan, then the cheaper, then the narrower. */
    public boolean preferredTo(Candidate other) {
        return preference(other) < 0;
    }

    /** Negative if its format is chosen before the other's of the same option. */
    public int preference(Candidate other) {
        int byPlan = plan.preference(other.plan);
        return byPlan == 0 ? BY_PREFERENCE.compare(this, other) : byPlan;
    }

    /** The same in a format that is passed over where a coarser one does. */
    public Candidate cramped() {
        return new Candidate(option, plan.asCramped(), memory, performance, power, cost);
    }

    /** Whether it costs less in all; of two that cost the same, the one whose id comes first does. */
    public boolean costsLessThan(Candidate other) {
        return less(cost.likelyTotal(), other.cost.likelyTotal(), other);
    }

    /**
     * How many times the other's cost in all its own is, to nine digits: three machines cost three times what one does.
     * {@code null} if either is not known, or the other's is nothing, or if the buyer has both: what is there is not dear for
     * being larger.
     */
    public @Nullable Double timesTheCostOf(Candidate other) {
        Money total = cost.likelyTotal();
        Money otherTotal = other.cost.likelyTotal();
        boolean bothThere = option.owned() && other.option.owned();
        return bothThere
                        || total == null
                        || otherTotal == null
                        || otherTotal.amount().signum() <= 0
                ? null
                : (Double) (Math.rint(total.shareOf(otherTotal) * BILLION) / BILLION);
    }

    /**
     * What one of its devices costs to buy as it is quoted: with its share of the machine, or as a card alone; {@code null}
     * if that is not known.
     */
    public @Nullable Money pricePerDevice() {
        MoneyRange quoted = quoted();
        return quoted == null ? null : quoted.likely().dividedBy(option.devices());
    }

    /** The same at the low end of the quote. */
    public @Nullable Money leastPricePerDevice() {
        MoneyRange quoted = quoted();
        return quoted == null ? null : quoted.low().dividedBy(option.devices());
    }

    private @Nullable MoneyRange quoted() {
        return option.purchased() ? cost.quoted() : null;
    }

    /** Whether the price of a device of the other can be told as a share of its own. */
    public boolean pricesDevicesOf(Candidate other) {
        return devicePriceShareIn(other) != null;
    }

    /**
     * What one of its devices costs for what the other's price pays for: with the machine that is reckoned round the cards,
     * if the other is quoted with a machine; {@code null} if that is not known.
     */
    private @Nullable Money pricePerDeviceLike(Candidate other) {
        if (cost.hostPrice() == HostPrice.QUOTED || other.cost.hostPrice() != HostPrice.QUOTED) {
            return pricePerDevice();
        }
        Money whole = cost.hostPrice() == HostPrice.RECKONED ? cost.likelyOutlay() : null;
        return whole == null ? null : whole.dividedBy(plan.units() * option.devices());
    }

    /**
     * Whether one of its devices costs less to buy, by the low ends of what is asked; of two that cost the same, the one whose
     * id comes first does.
     */
    public boolean cheaperByDeviceThan(Candidate other) {
        return less(leastPricePerDevice(), other.leastPricePerDevice(), other);
    }

    /**
     * What one of the other's devices costs to buy as a share of its own, for as much of a machine; {@code null} if either is
     * not known.
     */
    public @Nullable Double devicePriceShareIn(Candidate other) {
        return other.deviceShareOf(this, pricePerDevice());
    }

    /** The same as a share of the low end of what is asked for its own. */
    public @Nullable Double leastDevicePriceShareIn(Candidate other) {
        return other.deviceShareOf(this, leastPricePerDevice());
    }

    private @Nullable Double deviceShareOf(Candidate other, @Nullable Money otherPrice) {
        Money price = pricePerDeviceLike(other);
        return price == null || otherPrice == null || otherPrice.amount().signum() <= 0
                ? null
                : (Double) price.shareOf(otherPrice);
    }

    private boolean less(@Nullable Money amount, @Nullable Money others, Candidate other) {
        if (amount == null || others == null) {
            return false;
        }
        int order = amount.compareTo(others);
        return order < 0 || order == 0 && id().compareTo(other.id()) < 0;
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
