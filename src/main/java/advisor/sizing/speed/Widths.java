package advisor.sizing.speed;

import advisor.facts.SpeedBasis;
import advisor.facts.unit.Parameters;
import advisor.text.Ids;
import java.util.Set;

/**
 * How far a speed may be from its estimate: in four of five published runs it was no further. Each way in which a plan
 * is unlike what was measured widens the interval, by what leaving such runs out of the fit showed.
 */
record Widths(Parameters parameters) {
    private static final String MEASURED = "performance/measured";

    Spread ofSpeed(Set<SpeedBasis.Aspect> unmeasured) {
        return widened(named(MEASURED), unmeasured).times(age());
    }

    /** Of the wait for the first token, which swings with how requests arrive. */
    Spread ofFirstToken(Set<SpeedBasis.Aspect> unmeasured) {
        Spread soon = named("performance/first-token").inverse();
        return widened(soon, unmeasured).times(age()).inverse();
    }

    private Spread widened(Spread start, Set<SpeedBasis.Aspect> unmeasured) {
        Spread all = start;
        for (SpeedBasis.Aspect aspect : unmeasured) {
            all = all.and(named("performance/unseen-" + Ids.of(aspect)).beyond(named(MEASURED)));
        }
        return all;
    }

    private Spread named(String width) {
        return new Spread(parameters.value(width + "-low"), 1, parameters.value(width + "-high"));
    }

    /** Engines of the day against today's. */
    private Spread age() {
        return new Spread(
                parameters.value("performance/age-low"),
                parameters.value("performance/age-likely"),
                parameters.value("performance/age-high"));
    }
}
