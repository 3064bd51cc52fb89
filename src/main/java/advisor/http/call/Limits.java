package advisor.http.call;

import java.time.Duration;

/**
 * How much a server takes upon itself.
 *
 * @param threads that work on calls at once
 * @param waiting calls that may wait for a thread; further ones are turned away
 * @param quick time limit of a quick call, waiting included
 * @param slow time limit of a slow call, waiting included
 * @param body time limit of a body, from the first byte behind the head to the last
 * @param drain how long a server that is told to end waits for the calls it has
 * @param connections that are held at once; further ones wait unseen
 */
public record Limits(
        int threads, int waiting, Duration quick, Duration slow, Duration body, Duration drain, int connections) {
    private static final int WAITING = 64;
    private static final int CONNECTIONS = 1_024;

    private static final Duration BODY = Duration.ofSeconds(10);
    private static final Duration DRAIN = Duration.ofSeconds(20);

    /** With the usual limits for a body, an end and connections. */
    public Limits(int threads, int waiting, Duration quick, Duration slow) {
        this(threads, waiting, quick, slow, BODY, DRAIN, CONNECTIONS);
    }

    /** As many threads as the machine has processors. */
    public static Limits ofMachine() {
        return new Limits(
                Runtime.getRuntime().availableProcessors(), WAITING, Duration.ofSeconds(10), Duration.ofSeconds(60));
    }

    Duration of(Pace pace) {
        return pace == Pace.QUICK ? quick : slow;
    }
}
