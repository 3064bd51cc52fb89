package advisor.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;

/** Counts the seconds of a command on a terminal until its answer begins. */
final class StillAtWork {
    private static final Duration UNTOLD = Duration.ofSeconds(2);
    private static final long TICK_MILLISECONDS = 1000;
    private static final String ERASED = "\r\u001b[K";

    /** They tell how far they are, or run until they are ended. */
    private static final Set<String> SPEAK_FOR_THEMSELVES = Set.of("batch", "mcp", "serve");

    private final PrintStream err;
    private long seconds = UNTOLD.toSeconds();
    private boolean told;
    private boolean over;

    private StillAtWork(PrintStream err) {
        this.err = err;
    }

    /**
     * Begins to count, if standard error is a terminal.
     *
     * @param command by its name
     */
    static StillAtWork at(String command, PrintStream err, boolean terminal) {
        StillAtWork work = new StillAtWork(err);
        if (terminal && !SPEAK_FOR_THEMSELVES.contains(command)) {
            work.begin();
        }
        return work;
    }

    private void begin() {
        TimerTask tick = new TimerTask() {
            @Override
            public void run() {
                if (!tell()) {
                    cancel();
                }
            }
        };
        new Timer("still at work", true).schedule(tick, UNTOLD.toMillis(), TICK_MILLISECONDS);
    }

    private synchronized boolean tell() {
        if (!over) {
            told = true;
            err.print("\r... " + seconds++ + " s");
            err.flush();
        }
        return !over;
    }

    /** Tells no more, and leaves nothing behind. */
    synchronized void end() {
        if (told && !over) {
            err.print(ERASED);
            err.flush();
        }
        over = true;
    }
}
