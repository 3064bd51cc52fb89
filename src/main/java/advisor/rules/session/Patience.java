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
 * @param since when on that clock the waiting began; of one who waits for each judgement anew, now
 */
public record Patience(Duration deadline, BooleanSupplier givenUp, LongSupplier nanoTime, LongSupplier since) {
    /** A thousand times what a judgement by the shipped rules takes. */
    public static final Patience USUAL = seconds(60);

    /** With each judgement anew. */
    public Patience(Duration deadline, BooleanSupplier givenUp, LongSupplier nanoTime) {
        this(deadline, givenUp, nanoTime, nanoTime);
    }

    /** The same with each judgement anew: of who waits for many, and for none of them so long. */
    public Patience anew() {
        return new Patience(deadline, givenUp, nanoTime);
    }

    public static Patience seconds(long seconds) {
        return new Patience(Duration.ofSeconds(seconds), () -> false, System::nanoTime);
    }
}
