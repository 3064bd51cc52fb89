package advisor.rules.session;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How long somebody waits for a judgement.
 *
 * @param deadline after which a judgement is stopped, whatever it is at
 * @param givenUp whether nobody waits any longer
 */
public record Patience(Duration deadline, BooleanSupplier givenUp) {
    /** A thousand times what a judgement by the shipped rules takes. */
    public static final Patience USUAL = seconds(60);

    public static Patience seconds(long seconds) {
        return new Patience(Duration.ofSeconds(seconds), () -> false);
    }

    /** The same, ended by another too. */
    public Patience until(BooleanSupplier end) {
        return new Patience(deadline, () -> givenUp.getAsBoolean() || end.getAsBoolean());
    }
}
