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
    private static final String FIRST_TOKEN = "performance/first-token";

    Spread ofSpeed(Set<SpeedBasis.Aspect> unmeasured) {
        Spread all = named(MEASURED);
        for (SpeedBasis.Aspect aspect : unmeasured) {
            all = all.and(beyondMeasured(aspect));
        }
        return all.times(age());
    }

    /** Of the wait for the first token, which swings with how requests arrive. */
    Spread ofFirstToken(Set<SpeedBasis.Aspect> unmeasured) {
        Spread wait = named(FIRST_TOKEN);
        for (SpeedBasis.Aspect aspect : unmeasured) {
            String own = FIRST_TOKEN + "-unseen-" + Ids.of(aspect);
            wait = wait.and(
                    parameters.has(own + "-low")
                            ? named(own).beyond(named(FIRST_TOKEN))
                            : beyondMeasured(aspect).inverse());
        }
        return wait.inverse().times(age()).inverse();
    }

    private Spread beyondMeasured(SpeedBasis.Aspect aspect) {
        return named("performance/unseen-" + Ids.of(aspect)).beyond(named(MEASURED));
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
