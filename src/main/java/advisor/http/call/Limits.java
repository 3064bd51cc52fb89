package advisor.http.call;

import java.time.Duration;

/**
 * How much a server takes upon itself.
 *
 * @param threads that work on calls at once
 * @param waiting calls that may wait for a thread; further ones are turned away
 * @param quick time limit of a quick call, waiting included
 * @param slow time limit of a slow call, waiting included
 */
public record Limits(int threads, int waiting, Duration quick, Duration slow) {
    private static final int WAITING = 64;

    /** As many threads as the machine has processors. */
    public static Limits ofMachine() {
        return new Limits(
                Runtime.getRuntime().availableProcessors(), WAITING, Duration.ofSeconds(10), Duration.ofSeconds(60));
    }

    Duration of(Pace pace) {
        return pace == Pace.QUICK ? quick : slow;
    }
}
