package advisor.sizing.speed;

import advisor.facts.machine.Accelerator;
import advisor.facts.unit.Parameters;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How much of what the fitted devices reach, for their printed rates, those of a maker do: by what was measured on the
 * generation, else on any of the maker. Nothing gains by not having been measured: all others reach as little as those
 * of the slowest measured maker, and may do more or less than that.
 */
record MakerShares(Parameters parameters) {
    private static final String SHARE = "performance/share-of-";
    private static final String OTHERS = "other-vendors";
    private static final Spread NONE = new Spread(1, 1, 1);

    /** Of the speed. */
    double share(Accelerator accelerator) {
        return parameters.value(SHARE + measured(accelerator));
    }

    /** Of the printed rate of computing, beside that; 1 where nothing tells it apart. */
    double computeShare(Accelerator accelerator) {
        String id = "performance/compute-share-of-" + named(accelerator.vendor());
        return parameters.has(id) ? parameters.value(id) : 1;
    }

    /** How far the speed may be from it for want of any run of the maker. */
    Spread spread(Accelerator accelerator) {
        String name = SHARE + measured(accelerator);
        return parameters.has(name + "-low")
                ? new Spread(parameters.value(name + "-low"), 1, parameters.value(name + "-high"))
                : NONE;
    }

    private String measured(Accelerator accelerator) {
        return Stream.of(accelerator.architecture(), accelerator.vendor())
                .map(MakerShares::named)
                .filter(name -> parameters.has(SHARE + name))
                .findFirst()
                .orElse(OTHERS);
    }

    private static String named(String what) {
        return what.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
