package advisor.sizing.cost;

import advisor.facts.Candidate;
import advisor.facts.Power;
import advisor.facts.PowerPart;
import advisor.facts.machine.Accelerator;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Formula;
import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Formula.Operator;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Parameters;
import advisor.text.Text;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an option draws: its devices by their printed power, its machines, and all-in from the utility. */
public final class PowerSizing {
    /** Power of a machine over that of its devices. */
    private static final String HOST = "electricity/host-factor";

    /** Power of a room over that of its machines, where no source gives all that is drawn. */
    private static final String ROOM = "electricity/pue";

    /** Under a desk nothing cools the room. */
    private static final String AT_DESK = "electricity/desk-factor";

    private static final Text ALL_IN =
            new Text("power of a device with its share of host, network and cooling", "每个设备连同主机、网络、散热的功率");
    private static final Text ALONE = new Text("power of a device alone", "单个设备自身的功率");
    private static final Text WATTS = new Text("watts in a kilowatt", "每千瓦的瓦数");
    private static final double WATTS_PER_KILOWATT = 1000;

    private PowerSizing() {}

    /** @param units of the option, which together are drawn for */
    public static Power of(DeploymentOption option, int units, Parameters parameters) {
        Map<PowerPart, Formula> formulas = formulas(option, units, parameters);
        return option.elsewhere()
                ? Power.NONE
                : new Power(
                        likely(formulas.get(PowerPart.DEVICES)),
                        likely(formulas.get(PowerPart.MACHINES)),
                        likely(formulas.get(PowerPart.ALL_IN)),
                        option.accelerator().allInKilowatts() == null);
    }

    /** How each line of a plan's power that is known was calculated; none for what is not bought. */
    public static Map<PowerPart, Formula> formulas(Candidate candidate, Parameters parameters) {
        return formulas(candidate.option(), candidate.plan().units(), parameters);
    }

    private static Map<PowerPart, Formula> formulas(DeploymentOption option, int units, Parameters parameters) {
        Map<PowerPart, Formula> formulas = new EnumMap<>(PowerPart.class);
        if (!option.elsewhere()) {
            Siting siting = Siting.of(option, units);
            Function<String, Operand> likely = id -> Operand.likely(parameters.get(id));
            formulas.put(PowerPart.DEVICES, devices(option));
            formulas.put(PowerPart.MACHINES, machines(option, siting, likely));
            formulas.put(PowerPart.ALL_IN, allIn(option, siting, likely));
            formulas.values().removeIf(Objects::isNull);
            formulas.replaceAll((part, ofOne) -> times(ofOne, units));
        }
        return formulas;
    }

    private static @Nullable Double likely(@Nullable Formula formula) {
        return formula == null ? null : formula.value().likely();
    }

    private static Formula times(Formula ofOne, int units) {
        return units == 1 ? ofOne : Operator.PRODUCT.of(ofOne, Counts.units(units));
    }

    /** Kilowatts of the devices with their hosts, which take no more than all that is drawn; {@code null} if not known. */
    private static @Nullable Formula machines(
            DeploymentOption option, Siting siting, Function<String, Operand> parameters) {
        Formula devices = devices(option);
        if (devices == null) {
            return null;
        }
        Formula machines = Operator.PRODUCT.of(
                devices, siting.mean(() -> parameters.apply(AT_DESK), () -> parameters.apply(HOST)));
        Formula published = published(option);
        return published == null ? machines : Operator.SMALLEST.of(machines, published);
    }

    /** Kilowatts drawn from the utility; {@code null} if not known. */
    static @Nullable Formula allIn(DeploymentOption option, Siting siting, Function<String, Operand> parameters) {
        Formula published = published(option);
        Formula devices = devices(option);
        if (published != null || devices == null) {
            return published;
        }
        return Operator.PRODUCT.of(
                devices,
                siting.mean(
                        () -> parameters.apply(AT_DESK),
                        () -> Operator.PRODUCT.of(parameters.apply(HOST), parameters.apply(ROOM))));
    }

    /** Kilowatts drawn from the utility, as a source has it; {@code null} if none has. */
    private static @Nullable Formula published(DeploymentOption option) {
        Accelerator accelerator = option.accelerator();
        Double kilowatts = accelerator.allInKilowatts();
        return kilowatts == null
                ? null
                : Operator.PRODUCT.of(
                        new Operand(ALL_IN, Interval.exactly(kilowatts), "kW", accelerator.figure("all_in_kw")),
                        Counts.devices(option.devices()));
    }

    /** Kilowatts of the devices alone; {@code null} if not known. */
    private static @Nullable Formula devices(DeploymentOption option) {
        Accelerator accelerator = option.accelerator();
        Double watts = accelerator.tdpWatts();
        if (watts == null) {
            return null;
        }
        Operand each = new Operand(ALONE, Interval.exactly(watts), "W", accelerator.figure("tdp_w"));
        return Operator.QUOTIENT.of(
                Operator.PRODUCT.of(each, Counts.devices(option.devices())),
                Operand.exactly(WATTS, WATTS_PER_KILOWATT, "W/kW"));
    }
}
