package advisor.sizing;

import advisor.model.Accelerator;
import advisor.model.DeploymentOption;
import advisor.model.OptionKind;
import advisor.model.Parameters;
import advisor.model.Power;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an option draws: its devices by their printed power, and all-in from the utility. */
final class PowerSizing {
    /** Parameters between the devices' own power and all that is drawn, where no source gives it. */
    static final List<String> FACTORS = List.of("electricity/host-factor", "electricity/pue");

    private static final double WATTS_PER_KILOWATT = 1000;

    private PowerSizing() {}

    static Power of(DeploymentOption option, Parameters parameters) {
        if (option.kind() != OptionKind.PURCHASE) {
            return Power.NONE;
        }
        Accelerator accelerator = option.accelerator();
        Double devices = devicesKilowatts(accelerator, option.devices());
        Double published = accelerator.allInKilowatts();
        if (published != null) {
            return new Power(devices, published * option.devices(), false);
        }
        double factor = FACTORS.stream().mapToDouble(parameters::value).reduce(1, (one, other) -> one * other);
        return new Power(devices, devices == null ? null : devices * factor, true);
    }

    private static @Nullable Double devicesKilowatts(Accelerator accelerator, int devices) {
        Double watts = accelerator.tdpWatts();
        return watts == null ? null : watts * devices / WATTS_PER_KILOWATT;
    }
}
