package advisor.http.live;

import advisor.advice.Advisor;
import advisor.cache.Cache;
import advisor.catalog.Catalog;
import advisor.catalog.CatalogLoader;
import advisor.request.RequestForm;
import advisor.rules.LoadedRules;
import advisor.rules.RuleBook;
import advisor.rules.compile.RuleCompiler;
import advisor.rules.live.LiveRules;
import advisor.rules.live.LoadStatus;
import advisor.rules.text.Fault;
import advisor.rules.text.RuleFiles;
import advisor.rules.text.RuleFolder;
import advisor.text.Layers;
import advisor.text.LoadException;
import advisor.text.Problem;
import advisor.workshop.SampleRequests;
import advisor.workshop.TestBench;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules and the catalog that answer now. Both are replaced at once and whole, while requests run, and only if all
 * that the folders hold is sound.
 */
public final class LiveKnowledge implements AutoCloseable {
    private final Folders folders;
    private final Cache cache;
    private final Clock clock;
    private final LiveRules rules;
    private final AtomicReference<State> state;
    private final AtomicLong reloads = new AtomicLong();
    private final AtomicLong failedReloads = new AtomicLong();
    private final FolderState loaded;
    private volatile @Nullable FolderWatch watch;

    private LiveKnowledge(
            Folders folders, Cache cache, Clock clock, LiveRules rules, Knowledge first, FolderState loaded) {
        this.loaded = loaded;
        this.folders = folders;
        this.cache = cache;
        this.clock = clock;
        this.rules = rules;
        this.state = new AtomicReference<>(new State(first, List.of()));
    }

    /**
     * What answers, and what of the folders does not.
     *
     * @param problems what keeps the folders' newest state from answering, in the order of places; empty if it does
     *     answer
     */
    public record State(Knowledge knowledge, List<Problem> problems) {}

    /**
     * Reads the folders for the first time.
     *
     * @param compiler for these rules alone
     * @throws LoadException with every fault
     */
    public static LiveKnowledge start(Layers rules, Layers catalog, RuleCompiler compiler, Cache cache, Clock clock) {
        Folders folders = new Folders(rules, catalog);
        FolderState loaded = FolderState.of(folders.all());
        Catalog known = CatalogLoader.load(catalog, cache);
        TestBench bench = TestBench.read(rules);
        LocalDate today = LocalDate.now(clock);
        LiveRules live = LiveRules.start(rules, compiler, book -> smoke(known, book, today));
        return new LiveKnowledge(folders, cache, clock, live, Knowledge.of(known, live.current(), bench), loaded);
    }

    /** Lets edits of the folders take over as they are made, until this is closed. */
    public synchronized LiveKnowledge watching() {
        if (watch == null) {
            watch = FolderWatch.over(folders.all(), loaded, this::reload);
        }
        return this;
    }

    @Override
    public synchronized void close() {
        FolderWatch watching = watch;
        if (watching != null) {
            watching.close();
        }
    }

    /** What answers now. One request must ask once. */
    public Knowledge current() {
        return known().knowledge();
    }

    /** As it is now. */
    public State state() {
        State known = known();
        FolderWatch watching = watch;
        return watching == null
                ? known
                : new State(
                        known.knowledge(),
                        Stream.concat(known.problems().stream(), ofWatch(watching))
                                .toList());
    }

    private State known() {
        return Objects.requireNonNull(state.get());
    }

    private static Stream<Problem> ofWatch(FolderWatch watching) {
        return Stream.ofNullable(watching.failure())
                .map(failure -> new Problem(
                        "rules",
                        0,
                        0,
                        "The newest state cannot be loaded: " + failure,
                        "What was loaded before answers on; the next edit is loaded anew."));
    }

    /** How often something new has taken over. */
    public long reloads() {
        return reloads.get();
    }

    /** How often something was wrong with what was to take over. */
    public long failedReloads() {
        return failedReloads.get();
    }

    /** What everything is read from. */
    public Folders folders() {
        return folders;
    }

    /** Compiles rules that are not to answer. */
    public LoadedRules draft(RuleFiles files) {
        return rules.draft(files);
    }

    /** What keeps from loading what folders hold; empty if all of it loads. */
    public List<Problem> faults(Folders drafted) {
        Knowledge active = current();
        List<Problem> found = new ArrayList<>();
        read(() -> CatalogLoader.loadAgain(active.catalog(), drafted.catalog(), Cache.NONE), active.catalog(), found);
        read(() -> SampleRequests.read(drafted.catalog()), List.of(), found);
        read(() -> TestBench.read(drafted.rules()), active.study().bench(), found);
        read(() -> draft(RuleFolder.read(drafted.rules())).orThrow(), active.rules(), found);
        return found.stream().sorted().toList();
    }

    /**
     * Lets what the folders hold now answer, if all of it is sound.
     *
     * @return what is wrong with it; empty if it answers
     */
    public synchronized List<Problem> reload() {
        Knowledge before = current();
        List<Problem> found = new ArrayList<>();
        Catalog catalog = read(
                () -> CatalogLoader.loadAgain(before.catalog(), folders.catalog(), cache), before.catalog(), found);
        TestBench bench =
                read(() -> TestBench.read(folders.rules()), before.study().bench(), found);
        RuleBook book = book(catalog, found);
        Knowledge after = before;
        if (!found.isEmpty()) {
            failedReloads.incrementAndGet();
        } else if (!before.holds(catalog, book, bench)) {
            after = Knowledge.of(catalog, book, bench);
            reloads.incrementAndGet();
        }
        state.set(new State(after, found.stream().sorted().toList()));
        return state().problems();
    }

    private RuleBook book(Catalog catalog, List<Problem> found) {
        LocalDate today = LocalDate.now(clock);
        LoadStatus status = rules.reload(book -> smoke(catalog, book, today));
        if (status.stage() != LoadStatus.Stage.ACTIVE) {
            status.faults().stream()
                    .filter(fault -> fault.check().stopsLoading())
                    .map(Fault::problem)
                    .forEach(found::add);
        }
        return rules.current();
    }

    private static <T> T read(Supplier<T> reading, T before, List<Problem> found) {
        try {
            return reading.get();
        } catch (LoadException e) {
            found.addAll(e.problems());
        } catch (RuntimeException | Error e) {
            // Whatever a half-written file leads to, the old knowledge answers on.
            found.add(Problem.inFile("catalog", String.valueOf(e)));
        }
        return before;
    }

    /** @throws advisor.rules.session.RuleFailure if a rule fails at a request for nothing but a model */
    private static void smoke(Catalog catalog, RuleBook book, LocalDate today) {
        Map<String, String> fields = Map.of("model", catalog.models().firstKey());
        new Advisor(catalog, book)
                .assess(new RequestForm(fields).request(today))
                .judgement()
                .orThrow();
    }
}
