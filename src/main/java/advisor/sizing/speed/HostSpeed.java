package advisor.sizing.speed;

import advisor.facts.Memory;
import advisor.facts.Performance;
import advisor.facts.Request;
import advisor.facts.machine.Engine;
import advisor.facts.machine.Parallelism;
import advisor.facts.model.Attention;
import advisor.facts.model.LanguageModel;
import advisor.facts.model.Precision;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Missing;
import advisor.facts.unit.Parameters;
import advisor.facts.unit.Sized;
import advisor.sizing.model.Experts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The speed of what the fitted model does not cover: weights in a host's memory, a processor alone, and engines that
 * give each device its own layers. A step reads once all weights that the batch touches and all caches, at an effective
 * rate taken from single runs; the interval is wide on purpose.
 */
final class HostSpeed {
    private static final double OPERATIONS_PER_PARAMETER = 2;
    private static final double GIGA = 1e9;
    private static final int UNPACKED_AT_ONCE_BITS = 4;

    private final Request request;
    private final LanguageModel model;
    private final @Nullable Sized cacheOfOneStream;
    private final AttentionWork attention;
    private final Parameters parameters;
    private final Sessions sessions;

    /** Whether one stream is all that is asked for, which waits for memory, however fast a device computes. */
    private final boolean alone;

    HostSpeed(Request request, LanguageModel model, Parameters parameters) {
        this(request, model, parameters, request.streams() == 1);
    }

    private HostSpeed(Request request, LanguageModel model, Parameters parameters, boolean alone) {
        this.request = request;
        this.alone = alone;
        this.model = model;
        this.cacheOfOneStream = model.attention().cache(request.contextTokens());
        this.attention = AttentionWork.asFarAsKnown(model);
        this.parameters = parameters;
        this.sessions = Sessions.of(request, parameters);
    }

    /** The same model under another load. */
    HostSpeed under(Request load) {
        return new HostSpeed(load, model, parameters, alone && load.streams() == 1);
    }

    /** Whether an option in this memory and engine is one of those. */
    static boolean covers(DeploymentOption option, @Nullable Engine engine, Memory memory) {
        return memory.spilled() || option.onCpu() || engine != null && engine.offers(Parallelism.LAYER_SPLIT);
    }

    Performance on(DeploymentOption option, Precision precision, Memory memory, @Nullable Interval streams) {
        Double step = stepSeconds(option, precision, memory);
        double kept = sessions.keptShare(request.streams(), streams);
        Double prompt = promptSeconds(option, memory.spilled(), kept);
        Double others = othersPromptSeconds(prompt);
        Interval user = step == null || others == null ? null : spread().around(1 / (step + others));
        Interval first =
                step == null || prompt == null ? null : spread().inverse().around(firstTokenSeconds(step, prompt));
        return new Performance(
                user,
                user == null ? null : user.times(request.streams()),
                streams,
                first,
                kept,
                user == null || first == null ? lacking(option, memory) : List.of());
    }

    private List<Missing> lacking(DeploymentOption option, Memory memory) {
        List<Missing> lacking = new ArrayList<>(memory.lacks());
        if (activeParameters() == null || model.layers() == 0 || model.lacksExperts()) {
            lacking.add(Missing.SHAPE);
        }
        Stream.of(Missing.BANDWIDTH, Missing.FP16_RATE)
                .filter(rate -> rate == Missing.FP16_RATE || !memory.spilled())
                .filter(rate -> Rates.perSecond(option.accelerator(), rate) == null)
                .forEach(lacking::add);
        return List.copyOf(lacking);
    }

    private @Nullable Double stepSeconds(DeploymentOption option, Precision precision, Memory memory) {
        Double bytes = bytesReadPerStep(memory);
        Double bandwidth = effectiveBytesPerSecond(option, memory.spilled());
        Double work = workSeconds(option, memory);
        return bytes == null || bandwidth == null || work == null || model.layers() == 0
                ? null
                : model.layers() * layerSeconds(option, precision, memory)
                        + handedOnSeconds(option, memory)
                        + Math.max(bytes / bandwidth, work);
    }

    /**
     * Cards that hold layers of their own compute one after the other, so that one card's rate limits large batches. What
     * hosts reach was measured as a rate of reading, computing included.
     */
    private @Nullable Double workSeconds(DeploymentOption option, Memory memory) {
        if (memory.spilled() || option.onCpu()) {
            return 0.0;
        }
        Double operations = Rates.perSecond(option.accelerator(), Missing.FP16_RATE);
        Long active = activeParameters();
        if (operations == null && alone) {
            return 0.0;
        }
        return operations == null || active == null
                ? null
                : (Double) (OPERATIONS_PER_PARAMETER
                        * active
                        * request.streams()
                        / (operations * parameters.value("performance/layer-split-prefill-efficiency")));
    }

    /** Of a dense model all of them. */
    private @Nullable Long activeParameters() {
        return model.mixtureOfExperts() || model.activeParameters() != null
                ? model.activeParameters()
                : model.totalParameters();
    }

    /** Cards that hold layers of their own hand each token on from one to the next. */
    private double handedOnSeconds(DeploymentOption option, Memory memory) {
        boolean inTurn = !memory.spilled() && !option.onCpu();
        return inTurn ? (option.devices() - 1) * parameters.value("performance/layer-split-hop-seconds") : 0;
    }

    /**
     * Weights of two bits and less take long to unpack where many experts are small. Latent attention takes more steps than
     * other; and with several cards a layer takes no less than in engines that were measured there.
     */
    private double layerSeconds(DeploymentOption option, Precision precision, Memory memory) {
        if (!expertsOnCards(option, memory.spilled())) {
            return parameters.value("performance/host-layer-seconds");
        }
        double known = parameters.value(
                precision.weightBits() < UNPACKED_AT_ONCE_BITS
                        ? "performance/layer-split-expert-layer-seconds"
                        : "performance/layer-split-4bit-expert-layer-seconds");
        double latent = model.attention().kind() == Attention.Kind.MLA
                ? parameters.value("performance/layer-split-latent-layer-seconds")
                : 0;
        return Math.max(known, Math.max(latent, option.devices() == 1 ? 0 : layerSecondsOfOthers()));
    }

    private double layerSecondsOfOthers() {
        return parameters.value("performance/other-layer-seconds")
                + parameters.value("performance/other-expert-layer-seconds");
    }

    private boolean expertsOnCards(DeploymentOption option, boolean spilled) {
        return model.mixtureOfExperts() && !spilled && !option.onCpu();
    }

    private @Nullable Double bytesReadPerStep(Memory memory) {
        Double touched = touchedShareOfWeights();
        Bytes weights = memory.weights();
        return touched == null || weights == null || cacheOfOneStream == null
                ? null
                : touched * weights.count() + cacheOfOneStream.count() * request.streams();
    }

    /** Which share of the weights one step of the whole batch reads: with many streams nearly every expert. */
    private @Nullable Double touchedShareOfWeights() {
        Experts experts = Experts.of(model);
        Long total = model.totalParameters();
        if (experts == null || experts.parameters() == 0 || total == null) {
            return experts == null ? null : (Double) 1.0;
        }
        return 1 - experts.parameters() * (1 - experts.touchedShare(request.streams())) / total;
    }

    /** Devices that hold layers of their own read one after the other. */
    private @Nullable Double effectiveBytesPerSecond(DeploymentOption option, boolean spilled) {
        if (spilled) {
            return parameters.value("performance/host-effective-gb-s") * GIGA;
        }
        Double bandwidth = Rates.perSecond(option.accelerator(), Missing.BANDWIDTH);
        return bandwidth == null ? null : (Double) (bandwidth * parameters.value(bandwidthShare(option)));
    }

    private String bandwidthShare(DeploymentOption option) {
        if (option.onCpu()) {
            return "performance/cpu-efficiency";
        }
        return model.mixtureOfExperts()
                ? "performance/layer-split-expert-bandwidth-share"
                : "performance/layer-split-bandwidth-share";
    }

    /** Reading one prompt; cards that hold layers of their own work one after the other. */
    private @Nullable Double promptSeconds(DeploymentOption option, boolean spilled, double kept) {
        Double operations = Rates.perSecond(option.accelerator(), Missing.FP16_RATE);
        Double wanted = promptOperations(request.promptTokens() * sessions.seenShare() * kept);
        if (operations == null || wanted == null) {
            return null;
        }
        boolean inTurn = !spilled && !option.onCpu();
        double rate = operations * (inTurn ? 1 : option.devices()) * parameters.value(prefillShare(option, spilled));
        return wanted / (rate * (expertsOnCards(option, spilled) ? ofArchitecture(option) : 1));
    }

    /** Of what was not seen before; a token looks at all that stand before it. */
    private @Nullable Double promptOperations(double seen) {
        Long active = activeParameters();
        if (active == null) {
            return null;
        }
        double looking = attention.ofPrompt(request.promptTokens()) - attention.ofPrompt(seen);
        return OPERATIONS_PER_PARAMETER * (active * (request.promptTokens() - seen) + looking);
    }

    /** Which share of what others reach such devices reach with experts; 1 where nothing tells them from others. */
    private double ofArchitecture(DeploymentOption option) {
        String id = "performance/expert-prefill-of-"
                + option.accelerator().architecture().toLowerCase(Locale.ROOT).replace(' ', '-');
        return parameters.has(id) ? parameters.value(id) : 1;
    }

    private static String prefillShare(DeploymentOption option, boolean spilled) {
        if (spilled) {
            return "performance/offload-prefill-efficiency";
        }
        return option.onCpu() ? "performance/host-prefill-efficiency" : "performance/layer-split-prefill-efficiency";
    }

    /** What the prompts of the other streams add to each token of one. */
    private @Nullable Double othersPromptSeconds(@Nullable Double prompt) {
        if (request.streams() == 1) {
            return 0.0;
        }
        return prompt == null ? null : (Double) ((request.streams() - 1) * prompt / request.outputTokens());
    }

    private double firstTokenSeconds(double step, double prompt) {
        return step + prompt * queued();
    }

    /** A prompt and what it waits for of the others, as with engines that were not measured. */
    private double queued() {
        return 1 + parameters.value("performance/other-queue-share") * (request.streams() - 1);
    }

    /** Of speeds; of what takes time it is the inverse. */
    private Spread spread() {
        return new Spread(parameters.value("performance/host-low"), 1, parameters.value("performance/host-high"));
    }
}
