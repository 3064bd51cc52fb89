package advisor.sizing.plan;

import advisor.facts.Request;
import advisor.facts.machine.Engine;
import advisor.facts.model.LanguageModel;
import advisor.facts.unit.Parameters;
import advisor.sizing.cost.Outlook;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the candidates of requests to one catalog, and keeps what requests share that differ in money, limits or streams
 * alone. Models of one id must be the same. Safe for several threads.
 */
public final class Sizings {
    /** Of the shipped catalog each takes some 12 MB, which every full collection looks through. */
    private static final int KEPT =
            (int) Math.max(3, Math.min(8, Runtime.getRuntime().maxMemory() / 200_000_000));

    private final Map<List<@Nullable Object>, Layings> kept = new LinkedHashMap<>(KEPT, 0.75F, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<@Nullable Object>, Layings> eldest) {
            return size() > KEPT;
        }
    };

    /** What of a request a layout depends on, beside the streams; of those whether there is one alone. */
    private static List<@Nullable Object> key(Request request, LanguageModel model) {
        return Arrays.asList(
                model.id(),
                request.lens(),
                request.asOf(),
                request.promptTokens(),
                request.outputTokens(),
                request.prefixCacheShare(),
                request.users(),
                request.activeShare(),
                request.streams() == 1,
                request.memoryShare(),
                request.kvFormat(),
                request.layout(),
                request.batchedTokens(),
                request.speculativeTokens(),
                request.assumptions(),
                request.own(),
                request.quotes(),
                request.offered());
    }

    /**
     * The candidates of a request.
     *
     * @param parameters in force for the request; those of costs may be others from one call to the next, since no layout
     *     sees them
     */
    public Candidates candidates(
            Request request, LanguageModel model, Collection<Engine> engines, Parameters parameters, Outlook outlook) {
        Layings layings;
        synchronized (kept) {
            layings = kept.computeIfAbsent(
                    key(request, model), key -> new Layings(request, model, engines, parameters.withoutCosts()));
        }
        return new Candidates(request, layings, parameters, outlook);
    }
}
