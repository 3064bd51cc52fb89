package advisor;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Waits for what is bound to happen, however slow the machine is: the limit only ends a test that would hang. */
public final class Patience {
    public static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int LOOK_MS = 10;

    private Patience() {}

    /** Returns once something is so. */
    public static void until(String what, Callable<Boolean> holds) throws Exception {
        long begun = System.nanoTime();
        while (!holds.call()) {
            if (System.nanoTime() - begun > LIMIT.toNanos()) {
                throw new AssertionError("never happened: " + what);
            }
            Thread.sleep(LOOK_MS);
        }
    }

    /** What a task comes to. */
    public static <T> T of(Future<T> task) throws Exception {
        return task.get(LIMIT.toMinutes(), TimeUnit.MINUTES);
    }

    /** Whether a process ends. */
    public static boolean ends(Process process) throws InterruptedException {
        return process.waitFor(LIMIT.toMinutes(), TimeUnit.MINUTES);
    }
}
