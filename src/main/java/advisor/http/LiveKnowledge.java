package advisor.http;

import advisor.advice.Advisor;
import advisor.advice.RequestForm;
import advisor.cache.Cache;
import advisor.catalog.Catalog;
import advisor.engine.LiveRules;
import advisor.engine.RuleBook;
import advisor.engine.RuleCompiler;
import advisor.model.LoadException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** The rules and the catalog that answer now. Both are replaced at once and whole, while requests run. */
public final class LiveKnowledge {
    private final LiveRules rules;
    private final AtomicReference<Knowledge> active;

    private LiveKnowledge(LiveRules rules, Catalog catalog) {
        this.rules = rules;
        this.active = new AtomicReference<>(Knowledge.of(catalog, rules.current()));
    }

    /**
     * Reads both folders for the first time.
     *
     * @param compiler for these rules alone
     * @throws LoadException with every fault
     */
    public static LiveKnowledge start(Path rules, Path catalog, RuleCompiler compiler, Cache cache, Clock clock) {
        Catalog known = Catalog.load(catalog, cache);
        LocalDate today = LocalDate.now(clock);
        return new LiveKnowledge(LiveRules.start(rules, compiler, book -> smoke(known, book, today), clock), known);
    }

    /** What answers now. One request must ask once. */
    Knowledge current() {
        return Objects.requireNonNull(active.get());
    }

    /** The rules that answer. */
    LiveRules rules() {
        return rules;
    }

    /** @throws advisor.engine.RuleFailure if a rule fails at a request for nothing but a model */
    private static void smoke(Catalog catalog, RuleBook book, LocalDate today) {
        Map<String, String> fields = Map.of("model", catalog.models().firstKey());
        new Advisor(catalog, book)
                .assess(new RequestForm(fields).request(today))
                .judgement()
                .orThrow();
    }
}
