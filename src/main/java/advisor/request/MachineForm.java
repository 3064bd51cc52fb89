package advisor.request;

import advisor.catalog.Catalog;
import advisor.facts.machine.Accelerator;
import advisor.facts.machine.Hardware;
import advisor.facts.machine.MemoryPool;
import advisor.facts.machine.Network;
import advisor.facts.model.Precision;
import advisor.facts.offer.Build;
import advisor.facts.offer.Channel;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import advisor.facts.offer.Prices;
import advisor.facts.offer.Terms;
import advisor.facts.offer.Warranty;
import advisor.text.Ids;
import advisor.text.NearestName;
import advisor.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A machine as somebody describes it, whether or not it is sold.
 *
 * @param accelerator id in the catalog
 * @param count devices in all
 * @param nodes servers that hold them
 * @param precision id of a number format; {@code null} for the published one
 * @param engine id in the catalog; {@code null} for any that runs the model
 */
public record MachineForm(
        String accelerator, int count, int nodes, @Nullable String precision, @Nullable String engine) {
    /**
     * A machine, of as many devices and nodes as are said, else of one; {@code null} if no accelerator is named.
     *
     * @throws BadRequestException if something is said of a machine and not which accelerator it has
     */
    public static @Nullable MachineForm of(
            @Nullable String accelerator,
            @Nullable Integer count,
            @Nullable Integer nodes,
            @Nullable String precision,
            @Nullable String engine) {
        if (accelerator != null) {
            return new MachineForm(
                    accelerator, count == null ? 1 : count, nodes == null ? 1 : nodes, precision, engine);
        }
        if (count != null || nodes != null || precision != null || engine != null) {
            throw BadRequestException.of(
                    "accelerator",
                    new Text(
                            "The accelerator is missing of the machine that is described.",
                            "描述了机器，但缺少加速卡（accelerator）。"));
        }
        return null;
    }

    /**
     * The machine as an option without a price. Several nodes are taken to be joined by RDMA.
     *
     * @throws BadRequestException with every fault
     */
    public DeploymentOption option(Catalog catalog) {
        List<FieldFault> faults = faults(catalog);
        Accelerator device = catalog.accelerators().get(accelerator);
        if (!faults.isEmpty() || device == null) {
            throw BadRequestException.of(faults);
        }
        return new DeploymentOption(
                "%s-x%s".formatted(accelerator, count),
                new Text(
                        count + " × " + device.title().en(),
                        count + " × " + device.title().zh()),
                OptionKind.PURCHASE,
                new Hardware(
                        device,
                        count,
                        nodes,
                        nodes > 1 ? Network.RDMA : Network.NONE,
                        null,
                        MemoryPool.DEVICE,
                        formats(format()),
                        engine == null ? Set.of() : Set.of(engine)),
                Terms.of(Build.SELF_BUILT, Channel.OFFICIAL, Warranty.NONE),
                Prices.NONE);
    }

    public MachineForm inAnyFormat() {
        return new MachineForm(accelerator, count, nodes, null, engine);
    }

    public @Nullable Precision format() {
        return Arrays.stream(Precision.values())
                .filter(format -> format != Precision.HOSTED)
                .filter(format -> Ids.of(format).equals(precision))
                .findFirst()
                .orElse(null);
    }

    private List<FieldFault> faults(Catalog catalog) {
        List<FieldFault> faults = new ArrayList<>();
        unknown(accelerator, catalog.accelerators().keySet(), "accelerator", "加速卡", faults);
        if (engine != null) {
            unknown(engine, catalog.engines().keySet(), "engine", "引擎", faults);
        }
        if (precision != null && format() == null) {
            unknown(precision, formats(), "precision", "精度", faults);
        }
        if (count > DeploymentOption.MOST_DEVICES) {
            faults.add(new FieldFault(
                    "count",
                    new Text(
                            "The count (%s) must be %s at most.".formatted(count, DeploymentOption.MOST_DEVICES),
                            "count（%s）最多为 %s。".formatted(count, DeploymentOption.MOST_DEVICES))));
        }
        if (count < 1 || nodes < 1 || count % nodes != 0) {
            faults.add(new FieldFault(
                    "count",
                    new Text(
                            "The count (%s) must be above 0 and a multiple of the nodes (%s).".formatted(count, nodes),
                            "count（%s）必须大于 0，且为 nodes（%s）的整数倍。".formatted(count, nodes))));
        }
        return faults;
    }

    private static void unknown(String name, Collection<String> known, String en, String zh, List<FieldFault> faults) {
        if (!known.contains(name)) {
            Text hint = NearestName.hintText(name, known);
            String line = System.lineSeparator();
            faults.add(new FieldFault(
                    en,
                    new Text(
                            "The %s (%s) is not known.%s%s"
                                    .formatted(en, name, line, hint.en())
                                    .stripTrailing(),
                            "没有该%s（%s）。%s%s"
                                    .formatted(zh, name, line, hint.zh())
                                    .stripTrailing())));
        }
    }

    private static Set<Precision> formats(@Nullable Precision one) {
        return one == null ? Set.of() : Set.of(one);
    }

    private static List<String> formats() {
        return Arrays.stream(Precision.values())
                .filter(format -> format != Precision.HOSTED)
                .map(Ids::of)
                .toList();
    }
}
