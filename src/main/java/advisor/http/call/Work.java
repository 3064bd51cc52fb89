package advisor.http.call;

import advisor.rules.session.Patience;
import advisor.text.Text;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The threads that answer calls, and the queue before them. */
public final class Work implements AutoCloseable {
    private static final String PATIENCE = "advisor.patience";

    /** So much longer than for a judgement is waited for a call: a judgement that is late can tell at which rule it was. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Limits limits;
    private final Executor connections;
    private final ThreadPoolExecutor threads;

    /** Reads all that a call says, on the thread of its connection, and returns what answers it on another. */
    @FunctionalInterface
    public interface Reading {
        Callable<Answer> read(Context context) throws Exception;
    }

    /** @param connections the threads that write answers: a slow client must keep none of those that work */
    public Work(Limits limits, Executor connections) {
        this.connections = connections;
        this.limits = limits;
        AtomicInteger number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                limits.threads(),
                limits.threads(),
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(limits.waiting()),
                task -> daemon(task, "advisor-" + number.incrementAndGet()));
    }

    /**
     * A handler whose answer is worked out within a time limit. What answers must not touch the context: it may go on
     * when the call has been given up.
     */
    public Handler within(Pace pace, Reading reading) {
        return context -> {
            AtomicBoolean givenUp = new AtomicBoolean();
            AtomicLong queued = new AtomicLong(System.nanoTime());
            context.attribute(PATIENCE, new Patience(limits.of(pace), givenUp::get, System::nanoTime, queued::get));
            Callable<Answer> answering = reading.read(context);
            queued.set(System.nanoTime());
            context.future(() -> submit(answering, limits.of(pace), givenUp)
                    .handleAsync(Work::answerOrFailure, connections)
                    .thenAccept(answer -> answer.writeTo(context)));
        };
    }

    /** Calls that wait for a thread. */
    public int waiting() {
        return threads.getQueue().size();
    }

    /** Calls that are being worked on. */
    public int active() {
        return threads.getActiveCount();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private static Answer answerOrFailure(@Nullable Answer answer, @Nullable Throwable failure) {
        if (answer == null) {
            throw new CompletionException(failure);
        }
        return answer;
    }

    /** How long the answer of a call is waited for, from when it is queued, and whether somebody still does. */
    public static Patience patience(Context context) {
        return context.attribute(PATIENCE) instanceof Patience patience ? patience : Patience.USUAL;
    }

    /** Whether a further call would find a place. */
    public boolean hasRoom() {
        return threads.getQueue().remainingCapacity() > 0;
    }

    private CompletableFuture<Answer> submit(Callable<Answer> answering, Duration limit, AtomicBoolean givenUp) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Future<?> task = start(answering, answer);
        return answer.orTimeout(limit.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        givenUp.set(true);
                        task.cancel(true);
                    }
                });
    }

    private Future<?> start(Callable<Answer> answering, CompletableFuture<Answer> answer) {
        try {
            return threads.submit(() -> {
                try {
                    answer.complete(answering.call());
                } catch (Throwable e) {
                    // Whatever it was: a call that is never answered would wait until its time is up.
                    answer.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            throw new ProblemException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    new Text("The server has more calls than it can take. Try again in a second.", "服务器请求过多，请稍后重试。"));
        }
    }
}
