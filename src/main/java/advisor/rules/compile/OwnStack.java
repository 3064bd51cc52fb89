package advisor.rules.compile;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Runs what recurses as deep as what it reads, on a thread with a stack for it. */
final class OwnStack {
    private static final long STACK_BYTES = 16L << 20;

    private OwnStack() {}

    /**
     * What some work comes to.
     *
     * @throws ExecutionException with whatever the work throws, errors too
     * @throws CancellationException if the calling thread is interrupted meanwhile, and stays so
     */
    static <T> T call(Callable<T> work) throws ExecutionException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, "compile", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The compiling was interrupted.");
        }
    }
}
