package advisor.advice.survey;

import advisor.advice.survey.Provenance.Kind;
import advisor.facts.Candidate;
import advisor.facts.Memory;
import advisor.facts.Request;
import advisor.facts.SpeedBasis;
import advisor.facts.machine.Engine;
import advisor.facts.machine.EngineMemory;
import advisor.facts.machine.Workspace;
import advisor.facts.model.LanguageModel;
import advisor.facts.model.ModelFacts;
import advisor.facts.model.ModelSize;
import advisor.facts.model.Precision;
import advisor.sizing.model.ModelSizing;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the figures of an estimate were come by, each by its name in an answer. */
public final class Provenances {
    private static final String PARAMETERS = "parameters";

    private Provenances() {}

    /** @param facts what the model's files say; {@code null} if there are none */
    static Map<String, Provenance> of(ModelSize size, @Nullable ModelFacts facts) {
        Map<String, Provenance> all = new LinkedHashMap<>();
        all.put(PARAMETERS, Provenance.of(parameters(size, facts)));
        all.put("checkpoint", Provenance.of(checkpoint(size, facts)));
        all.put("kvCache", Provenance.of(cache(size, facts)));
        return all;
    }

    private static Kind parameters(ModelSize size, @Nullable ModelFacts facts) {
        if (size.totalParameters() == null) {
            return Kind.UNKNOWN;
        }
        if (facts != null && ModelSizing.counts(facts)) {
            return isDoubted(size, PARAMETERS) ? Kind.ASSUMPTION : Kind.CONFIGURATION;
        }
        return fromFiles(facts);
    }

    private static Kind checkpoint(ModelSize size, @Nullable ModelFacts facts) {
        if (size.checkpoint() == null) {
            return Kind.UNKNOWN;
        }
        if (facts == null || !facts.tensors().isEmpty() || size.groups().isEmpty()) {
            return fromFiles(facts);
        }
        long counted =
                size.groups().stream().mapToLong(group -> group.bytes().count()).sum();
        if (counted != size.checkpoint().count()) {
            return Kind.SOURCE;
        }
        return isDoubted(size, "checkpoint") ? Kind.ASSUMPTION : Kind.CONFIGURATION;
    }

    private static Kind cache(ModelSize size, @Nullable ModelFacts facts) {
        if (size.attention().bytesPerToken() == null) {
            return Kind.UNKNOWN;
        }
        if (facts == null) {
            return Kind.SOURCE;
        }
        return isDoubted(size, "kvCache") ? Kind.ASSUMPTION : Kind.CONFIGURATION;
    }

    private static Kind fromFiles(@Nullable ModelFacts facts) {
        if (facts == null) {
            return Kind.SOURCE;
        }
        if (!facts.tensors().isEmpty()) {
            return Kind.HEADERS;
        }
        return facts.indexedBytes() == null ? Kind.SOURCE : Kind.INDEX;
    }

    private static boolean isDoubted(ModelSize size, String figure) {
        return size.unknown().stream().anyMatch(doubt -> doubt.figure().startsWith(figure));
    }

    /** Of a model on a machine. */
    public static Map<String, Provenance> onMachine(
            LanguageModel model, Candidate candidate, Map<String, Engine> engines, Request load, SpeedBasis basis) {
        Memory memory = candidate.memory();
        String runBy = candidate.plan().engine();
        Engine engine = runBy == null ? null : engines.get(runBy);
        EngineMemory engineMemory = engine == null ? null : engine.memory();
        Map<String, Provenance> all = new LinkedHashMap<>();
        all.put("weights", Provenance.of(weights(model, memory, candidate.precision())));
        all.put("kvCache", Provenance.of(memory.kvCache() == null ? Kind.UNKNOWN : cache(model)));
        all.put("runtime", runtime(memory, model, engineMemory == null ? null : engineMemory.workspace()));
        all.put("usable", Provenance.of(usable(memory, engineMemory, load)));
        all.put("performance", speed(candidate, engine, basis));
        return all;
    }

    private static Kind weights(LanguageModel model, Memory memory, Precision precision) {
        if (memory.weights() == null) {
            return Kind.UNKNOWN;
        }
        if (memory.weightsEstimated()) {
            return Kind.USUAL_BITS;
        }
        boolean ownFiles = model.checkpoint(precision)
                .filter(known -> known.source().equals(model.id()))
                .isPresent();
        return ownFiles ? checkpoint(ModelSizing.of(model), model.facts()) : Kind.SOURCE;
    }

    private static Kind cache(LanguageModel model) {
        return cache(ModelSizing.of(model), model.facts());
    }

    private static Provenance runtime(Memory memory, LanguageModel model, @Nullable Workspace workspace) {
        if (memory.runtime() == null) {
            return Provenance.of(Kind.UNKNOWN);
        }
        if (workspace == null || model.facts() == null) {
            return Provenance.of(Kind.NOT_MEASURED);
        }
        return workspace.logs() == 0
                ? Provenance.of(Kind.EXTRAPOLATED)
                : new Provenance(Kind.FITTED_TO_LOGS, workspace.logs());
    }

    private static Kind usable(Memory memory, @Nullable EngineMemory engine, Request load) {
        if (memory.usable() == null) {
            return Kind.UNKNOWN;
        }
        if (load.memoryShare() != null) {
            return Kind.REQUEST;
        }
        if (memory.raisedShare() != null) {
            return Kind.RAISED;
        }
        return engine == null ? Kind.NOT_MEASURED : Kind.ENGINE_DEFAULT;
    }

    private static Provenance speed(Candidate candidate, @Nullable Engine engine, SpeedBasis basis) {
        if (candidate.performance().unknown()) {
            return Provenance.of(Kind.UNKNOWN);
        }
        int runs = engine == null || engine.speed() == null ? 0 : engine.speed().runs();
        return new Provenance(basis.extrapolated() ? Kind.EXTRAPOLATED : Kind.FITTED_TO_RUNS, runs);
    }
}
