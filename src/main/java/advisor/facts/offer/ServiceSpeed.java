package advisor.facts.offer;

import advisor.facts.unit.Sourced;
import advisor.text.Ids;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How fast a hosted model answered a single stream, as a third party measured it from outside.
 *
 * @param firstTokenSeconds {@code null} if that was not measured
 * @param date when it was measured, or by when it was published
 */
public record ServiceSpeed(
        Of of, double tokensPerSecond, @Nullable Double firstTokenSeconds, LocalDate date, String source)
        implements Sourced {

    /** Whose speed it is. */
    public enum Of {
        /** Of the very service. */
        HOST,
        /** The median of all that host the model, of which this one may be any. */
        HOSTS;

        /** The name in JSON and in parameters. */
        public String id() {
            return Ids.of(this);
        }
    }
}
