package advisor.engine;

import advisor.model.LoadException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * A rule book that can be replaced while requests run. A new one is made beside the old, tried, and takes over at once
 * and whole; until then, and if anything is wrong with it, the old one answers. A judgement that has begun ends with the
 * book it began with.
 */
public final class LiveRules {
    private final Path folder;
    private final RuleCompiler compiler;
    private final Consumer<RuleBook> smokeRun;
    private final Clock clock;
    private final AtomicReference<RuleBook> active;
    private Set<String> activeForms;

    private LiveRules(Path folder, RuleCompiler compiler, Consumer<RuleBook> smokeRun, Clock clock, LoadAttempt first) {
        this.folder = folder;
        this.compiler = compiler;
        this.smokeRun = smokeRun;
        this.clock = clock;
        this.active = new AtomicReference<>(first.orThrow());
        this.activeForms = first.compiledForms();
    }

    /**
     * Reads, compiles and tries the rules of a folder for the first time.
     *
     * @param compiler for this folder alone: what it keeps of other files is dropped at a reload
     * @param smokeRun runs some requests and throws if a book must not answer any; {@link Judgement#orThrow()} does for
     *     rules that fail
     * @throws LoadException with every fault
     */
    public static LiveRules start(Path folder, RuleCompiler compiler, Consumer<RuleBook> smokeRun, Clock clock) {
        return new LiveRules(folder, compiler, smokeRun, clock, LoadAttempt.at(folder, compiler, smokeRun));
    }

    /** The book that answers now. One request must ask once. */
    public RuleBook current() {
        return Objects.requireNonNull(active.get());
    }

    /** Makes a book of what the folder holds now and puts it in the place of the current one, if it is sound. */
    public synchronized LoadStatus reload() {
        Instant attempted = clock.instant();
        LoadAttempt attempt = LoadAttempt.at(folder, compiler, smokeRun);
        boolean swapped = swap(attempt);
        forget(attempt);
        return new LoadStatus(
                attempted, swapped, attempt.stage(), attempt.faults(), current().sha256());
    }

    private boolean swap(LoadAttempt attempt) {
        RuleBook book = attempt.book();
        if (book == null || book.sha256().equals(current().sha256())) {
            return false;
        }
        active.set(book);
        activeForms = attempt.compiledForms();
        return true;
    }

    /** Lets the compiler keep what the newest and the active files need. */
    private void forget(LoadAttempt newest) {
        Set<String> needed = new HashSet<>(newest.compiledForms());
        needed.addAll(activeForms);
        compiler.keepOnly(needed);
    }
}
