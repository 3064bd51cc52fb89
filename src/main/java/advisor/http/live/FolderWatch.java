package advisor.http.live;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Tells when files below some folders have changed, once they have been left alone for a moment. The system's events
 * wake it up; where there are none, it looks by itself.
 */
final class FolderWatch implements AutoCloseable {
    /** Several writes in a row, as an editor does them, count as one change. */
    private static final int QUIET_MS = 100;

    /** So long a change may go unseen on a system without events. */
    private static final int LOOK_MS = 400;

    /** A folder that is never left alone is looked at nevertheless. */
    private static final int MOST_ROUNDS = 5;

    /** Of a task that is not ended after so long, no end is waited for: the shipped rules compile in some ten seconds. */
    private static final Duration MOST = Duration.ofMinutes(2);

    private final List<Path> roots;
    private final Runnable changed;
    private final Duration most;
    private final @Nullable WatchService events;
    private final Set<Path> registered = new HashSet<>();
    private final Thread thread = new Thread(this::watch, "watch");
    private FolderState seen;
    private volatile boolean closed;
    private volatile @Nullable Throwable failure;

    private FolderWatch(
            Collection<Path> roots, FolderState seen, Runnable changed, Duration most, @Nullable WatchService events) {
        this.roots = List.copyOf(roots);
        this.seen = seen;
        this.changed = changed;
        this.most = most;
        this.events = events;
    }

    /**
     * Begins to watch.
     *
     * @param seen the state that is known already: a change since then is told
     * @param changed runs on a thread of its own, and is given up if it takes too long; what it throws is kept until a
     *     later run throws nothing
     */
    static FolderWatch over(Collection<Path> roots, FolderState seen, Runnable changed) {
        return over(roots, seen, changed, MOST);
    }

    /** As {@link #over(Collection, FolderState, Runnable)}, with another patience. */
    static FolderWatch over(Collection<Path> roots, FolderState seen, Runnable changed, Duration most) {
        return begun(new FolderWatch(roots, seen, changed, most, service(roots)));
    }

    /** As {@link #over(Collection, FolderState, Runnable)}, as on a system without events. */
    static FolderWatch withoutEvents(Collection<Path> roots, FolderState seen, Runnable changed) {
        return begun(new FolderWatch(roots, seen, changed, MOST, null));
    }

    private static FolderWatch begun(FolderWatch watch) {
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    /** What the newest change came to grief by; {@code null} if it did not. */
    @Nullable Throwable failure() {
        return failure;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private static @Nullable WatchService service(Collection<Path> roots) {
        try {
            return roots.stream().allMatch(root -> root.getFileSystem() == FileSystems.getDefault())
                    ? FileSystems.getDefault().newWatchService()
                    : null;
        } catch (IOException | UnsupportedOperationException e) {
            // The system allows no more of them.
            return null;
        }
    }

    private void watch() {
        try {
            while (!closed) {
                watchOnce();
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            // Closed.
        } finally {
            stop();
        }
    }

    private void watchOnce() throws InterruptedException {
        try {
            register(seen.folders());
            boolean told = await(LOOK_MS);
            for (int round = 0; told && round < MOST_ROUNDS && await(QUIET_MS); round++) {
                // Not left alone yet.
            }
            look(told);
        } catch (ClosedWatchServiceException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            // Whatever it was, nobody would hear of it on this thread, and the next change may be sound.
            failure = e;
            Thread.sleep(LOOK_MS);
        }
    }

    /** What changes while {@code changed} runs is seen by the next look. */
    private void look(boolean told) throws InterruptedException {
        FolderState now = FolderState.of(roots);
        if (!told && !now.equals(seen)) {
            Thread.sleep(QUIET_MS);
            now = FolderState.of(roots);
        }
        if (told || !now.equals(seen)) {
            seen = now;
            failure = tell();
        }
    }

    /**
     * Runs what is to run after a change. One that hangs is interrupted and left behind, so that the next change is
     * told nevertheless.
     *
     * @return what it came to grief by; {@code null} if it did not
     */
    private @Nullable Throwable tell() throws InterruptedException {
        FutureTask<Boolean> task = new FutureTask<>(changed, true);
        Thread teller = new Thread(task, "load");
        teller.setDaemon(true);
        teller.start();
        try {
            task.get(most.toMillis(), TimeUnit.MILLISECONDS);
            return null;
        } catch (InterruptedException e) {
            task.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (TimeoutException e) {
            task.cancel(true);
            return new TimeoutException("not loaded within %s seconds".formatted(most.toSeconds()));
        }
    }

    /** Whether something was told within a time. */
    private boolean await(int milliseconds) throws InterruptedException {
        WatchService service = events;
        if (service == null) {
            Thread.sleep(milliseconds);
            return false;
        }
        WatchKey key = service.poll(milliseconds, TimeUnit.MILLISECONDS);
        boolean told = false;
        while (key != null) {
            told |= key.pollEvents().stream().anyMatch(FolderWatch::concerns);
            if (!key.reset()) {
                registered.remove((Path) key.watchable());
            }
            key = service.poll();
        }
        return told;
    }

    /** Lost events may have been of anything. */
    private static boolean concerns(WatchEvent<?> event) {
        return !(event.context() instanceof Path name) || !FolderState.isPassing(name);
    }

    private void register(Set<Path> folders) {
        WatchService service = events;
        if (service == null) {
            return;
        }
        for (Path folder : folders) {
            if (!registered.contains(folder)) {
                register(folder, service);
            }
        }
        registered.retainAll(folders);
    }

    private void register(Path folder, WatchService service) {
        try {
            folder.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
            registered.add(folder);
        } catch (IOException e) {
            // Gone, or no more can be watched: the look finds what changes in it.
        }
    }

    private void stop() {
        try {
            if (events != null) {
                events.close();
            }
        } catch (IOException e) {
            // Nobody listens any more.
        }
    }
}
