package advisor.cli.option;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Tasks that run beside each other and whose results come out in the order in which they went in. Never holds more than
 * a few results a worker, however many tasks there are.
 */
public final class InOrder<T> implements AutoCloseable {
    private static final int HELD_PER_WORKER = 4;

    private final ExecutorService workers;
    private final int most;
    private final Consumer<T> results;
    private final Deque<Future<T>> running = new ArrayDeque<>();

    /** @param results takes each result, on the caller's thread */
    public InOrder(int workers, Consumer<T> results) {
        this.workers = Executors.newFixedThreadPool(workers);
        this.most = workers * HELD_PER_WORKER;
        this.results = results;
    }

    /** Starts a task; waits for the oldest if there are too many. */
    public void submit(Callable<T> task) {
        if (running.size() == most) {
            results.accept(oldest());
        }
        running.addLast(workers.submit(task));
    }

    /** Waits for all tasks. */
    public void finish() {
        while (!running.isEmpty()) {
            results.accept(oldest());
        }
    }

    private T oldest() {
        try {
            return running.removeFirst().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The work was interrupted.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A task failed.", e.getCause());
        }
    }

    /** Leaves undone what has not begun. */
    @Override
    public void close() {
        workers.shutdownNow();
    }
}
