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
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an option draws: its devices by their printed power, and all-in from the utility. */
public final class PowerSizing {
    /** Parameters between the devices' own power and all that is drawn, where no source gives it. */
    private static final List<String> IN_A_ROOM = List.of("electricity/host-factor", "electricity/pue");

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
        if (option.elsewhere()) {
            return Power.NONE;
        }
        Formula devices = devices(option);
        Formula allIn = allIn(option, Siting.of(option, units), id -> Operand.likely(parameters.get(id)));
        return new Power(
                        devices == null ? null : devices.value().likely(),
                        allIn == null ? null : allIn.value().likely(),
                        option.accelerator().allInKilowatts() == null)
                .times(units);
    }

    /** How each line of a plan's power that is known was calculated; none for what is not bought. */
    public static Map<PowerPart, Formula> formulas(Candidate candidate, Parameters parameters) {
        DeploymentOption option = candidate.option();
        Map<PowerPart, Formula> formulas = new EnumMap<>(PowerPart.class);
        if (!option.elsewhere()) {
            int units = candidate.plan().units();
            Formula devices = devices(option);
            if (devices != null) {
                formulas.put(PowerPart.DEVICES, times(devices, units));
            }
            Formula allIn = allIn(option, Siting.of(option, units), id -> Operand.likely(parameters.get(id)));
            if (allIn != null) {
                formulas.put(PowerPart.ALL_IN, times(allIn, units));
            }
        }
        return formulas;
    }

    private static Formula times(Formula ofOne, int units) {
        return units == 1 ? ofOne : Operator.PRODUCT.of(ofOne, Counts.units(units));
    }

    /** Kilowatts drawn from the utility; {@code null} if not known. */
    static @Nullable Formula allIn(DeploymentOption option, Siting siting, Function<String, Operand> parameters) {
        Accelerator accelerator = option.accelerator();
        Double published = accelerator.allInKilowatts();
        if (published != null) {
            Operand each = new Operand(ALL_IN, Interval.exactly(published), "kW", accelerator.figure("all_in_kw"));
            return Operator.PRODUCT.of(each, Counts.devices(option.devices()));
        }
        Formula devices = devices(option);
        return devices == null
                ? null
                : Operator.PRODUCT.of(
                        devices,
                        siting.mean(
                                () -> parameters.apply(AT_DESK),
                                () -> Operator.PRODUCT.of(
                                        IN_A_ROOM.stream().map(parameters).toList())));
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
