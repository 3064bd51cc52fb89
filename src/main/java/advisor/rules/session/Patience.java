package advisor.rules.session;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * How long somebody waits for a judgement.
 *
 * @param deadline after which a judgement is stopped, whatever it is at
 * @param givenUp whether nobody waits any longer
 * @param nanoTime the clock that the deadline is seen on
 */
public record Patience(Duration deadline, BooleanSupplier givenUp, LongSupplier nanoTime) {
    /** A thousand times what a judgement by the shipped rules takes. */
    public static final Patience USUAL = seconds(60);

    public static Patience seconds(long seconds) {
        return new Patience(Duration.ofSeconds(seconds), () -> false, System::nanoTime);
    }
}
