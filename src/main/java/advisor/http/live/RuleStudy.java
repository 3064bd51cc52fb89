package advisor.http.live;

import advisor.catalog.Catalog;
import advisor.rules.RuleBook;
import advisor.workshop.Coverage;
import advisor.workshop.TestBench;
import advisor.workshop.Workshop;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What the scenarios tell of one rule book: worked out when somebody asks, and kept. */
public final class RuleStudy {
    private final Workshop workshop;
    private final TestBench bench;
    private @Nullable CompletableFuture<Coverage> coverage;

    RuleStudy(Catalog catalog, RuleBook rules, TestBench bench) {
        this.workshop = new Workshop(catalog, rules, bench.scenarios());
        this.bench = bench;
    }

    public TestBench bench() {
        return bench;
    }

    /** The side that an edit is compared with. */
    public Workshop workshop() {
        return workshop;
    }

    /**
     * Empty while it is being worked out, which takes seconds.
     *
     * @throws java.util.concurrent.CompletionException if that failed; who asks next has it tried again
     */
    public synchronized Optional<Coverage> coverage(Executor background) {
        CompletableFuture<Coverage> begun = coverage;
        if (begun == null) {
            begun = CompletableFuture.supplyAsync(() -> Coverage.of(workshop), background);
            coverage = begun;
        }
        if (begun.isCompletedExceptionally()) {
            coverage = null;
        }
        return begun.isDone() ? Optional.of(begun.join()) : Optional.empty();
    }
}
