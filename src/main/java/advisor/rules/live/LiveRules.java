package advisor.rules.live;

import advisor.rules.LoadedRules;
import advisor.rules.RuleBook;
import advisor.rules.RuleLoader;
import advisor.rules.compile.RuleCompiler;
import advisor.rules.session.Judgement;
import advisor.rules.text.RuleFiles;
import advisor.text.Layers;
import advisor.text.LoadException;
import java.util.ArrayDeque;
import java.util.Deque;
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
    private static final int DRAFTS = 8;

    private final Layers folders;
    private final RuleCompiler compiler;
    private final Consumer<RuleBook> smokeRun;
    private final AtomicReference<RuleBook> active;
    private final Deque<Set<String>> drafts = new ArrayDeque<>();
    private Set<String> activeForms;
    private Set<String> newestForms;

    private LiveRules(Layers folders, RuleCompiler compiler, Consumer<RuleBook> smokeRun, LoadAttempt first) {
        this.folders = folders;
        this.compiler = compiler;
        this.smokeRun = smokeRun;
        this.active = new AtomicReference<>(first.orThrow());
        this.activeForms = first.compiledForms();
        this.newestForms = first.compiledForms();
    }

    /**
     * Reads, compiles and tries the rules of folders for the first time.
     *
     * @param compiler for these folders alone: what it keeps of other files is dropped at a reload
     * @param smokeRun runs some requests and throws if a book must not answer any; {@link Judgement#orThrow()} does for
     *     rules that fail
     * @throws LoadException with every fault
     */
    public static LiveRules start(Layers folders, RuleCompiler compiler, Consumer<RuleBook> smokeRun) {
        return new LiveRules(folders, compiler, smokeRun, LoadAttempt.at(folders, compiler, smokeRun));
    }

    /** The book that answers now. One request must ask once. */
    public RuleBook current() {
        return Objects.requireNonNull(active.get());
    }

    /** Makes a book of what the folder holds now and puts it in the place of the current one, if it is sound. */
    public LoadStatus reload() {
        return reload(smokeRun);
    }

    /** As {@link #reload()}, with another trial. */
    public synchronized LoadStatus reload(Consumer<RuleBook> otherSmokeRun) {
        LoadAttempt attempt = LoadAttempt.at(folders, compiler, otherSmokeRun);
        boolean swapped = swap(attempt);
        newestForms = attempt.compiledForms();
        forget();
        return new LoadStatus(swapped, attempt.stage(), attempt.faults());
    }

    /**
     * Compiles files that are not to take over. What was compiled for the last few drafts is kept, so that one which is
     * checked again or takes over needs no second compiling.
     */
    public LoadedRules draft(RuleFiles files) {
        remember(files.compiledForms());
        LoadedRules loaded = RuleLoader.tryLoad(files, compiler.forDrafts());
        forget();
        return loaded;
    }

    private synchronized void remember(Set<String> forms) {
        drafts.remove(forms);
        drafts.addLast(forms);
        if (drafts.size() > DRAFTS) {
            drafts.removeFirst();
        }
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

    /** Lets the compiler keep what the newest and the active files and the last drafts need. */
    private synchronized void forget() {
        Set<String> needed = new HashSet<>(newestForms);
        needed.addAll(activeForms);
        drafts.forEach(needed::addAll);
        compiler.keepOnly(needed);
    }
}
