package advisor.sizing.speed;

import advisor.facts.Layout;
import advisor.facts.Memory;
import advisor.facts.Performance;
import advisor.facts.Plan;
import advisor.facts.Request;
import advisor.facts.SpeedBasis;
import advisor.facts.machine.Accelerator;
import advisor.facts.machine.ComputeMode;
import advisor.facts.machine.Engine;
import advisor.facts.machine.EngineSpeed;
import advisor.facts.machine.Interconnect;
import advisor.facts.model.AttentionConfig;
import advisor.facts.model.LanguageModel;
import advisor.facts.model.Precision;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Missing;
import advisor.facts.unit.Parameters;
import advisor.facts.unit.Sized;
import advisor.text.Ids;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The speed of serving engines on accelerators by the fitted model, as an interval. */
final class ServingSpeed {
    private static final double GIGA = 1e9;
    /** Operations a second of a device that nothing waits for. */
    private static final double UNBOUND = 1e18;

    private final Request request;
    private final LanguageModel model;
    private final ModelShapes shapes;
    private final @Nullable Sized cacheOfOneStream;
    private final boolean picksTokens;

    /** Whether one stream is all that is asked for, which waits for memory, however fast a device computes. */
    private final boolean alone;

    private final Parameters parameters;
    private final Sessions sessions;
    private final Wires wires;
    private final Widths widths;
    private final MakerShares makers;
    private final SlowKernels kernels;
    private final Map<List<Object>, Fit> fits;

    ServingSpeed(Request request, LanguageModel model, Parameters parameters) {
        this.request = request;
        this.model = model;
        this.shapes = new ModelShapes(model);
        this.cacheOfOneStream = model.attention().cache(request.contextTokens());
        this.picksTokens = picksTokens(model);
        this.alone = request.streams() == 1;
        this.parameters = parameters;
        this.sessions = Sessions.of(request, parameters);
        this.wires = wires(parameters);
        this.widths = new Widths(parameters);
        this.makers = new MakerShares(parameters);
        this.kernels = new SlowKernels(model, parameters);
        this.fits = new ConcurrentHashMap<>();
    }

    private ServingSpeed(ServingSpeed other, Request request) {
        this.request = request;
        this.model = other.model;
        this.shapes = other.shapes;
        this.cacheOfOneStream = model.attention().cache(request.contextTokens());
        this.picksTokens = other.picksTokens;
        this.alone = other.alone && request.streams() == 1;
        this.parameters = other.parameters;
        this.sessions = Sessions.of(request, parameters);
        this.wires = other.wires;
        this.widths = other.widths;
        this.makers = other.makers;
        this.kernels = other.kernels;
        this.fits = other.fits;
    }

    /** The same model under another load. */
    ServingSpeed under(Request load) {
        return new ServingSpeed(this, load);
    }

    Performance on(
            DeploymentOption option, Plan plan, @Nullable Engine engine, Memory memory, @Nullable Interval streams) {
        ModelShape shape = shape(memory);
        Machine machine = machine(option, plan);
        if (shape == null || machine == null || streams == null) {
            return Performance.holding(streams, lacking(option, plan, memory, shape));
        }
        double kept = sessions.keptShare(request.streams(), streams);
        Load load = new Load(
                request.streams(),
                streams.likely(),
                request.promptTokens(),
                request.outputTokens(),
                sessions.seenShare() * kept,
                guess(plan));
        Fit fit = fits.computeIfAbsent(kind(engine, option, plan), kind -> fit(engine, option, plan));
        Speed speed = SpeedModel.of(shape, machine, load, fit.coefficients(), wires);
        return new Performance(
                fit.speed().around(speed.userTokensPerSecond() * fit.share()),
                fit.speed().around(speed.boxTokensPerSecond() * fit.share()),
                streams,
                computes(option, plan) ? fit.firstToken().around(speed.firstTokenSeconds() / fit.share()) : null,
                kept,
                computes(option, plan) ? List.of() : Rates.lacking(option.accelerator(), plan));
    }

    /** Whether it is known how fast a device computes; of one stream the next token waits for memory alone. */
    private static boolean computes(DeploymentOption option, Plan plan) {
        return Rates.lacking(option.accelerator(), plan).stream().allMatch(rate -> rate == Missing.BANDWIDTH);
    }

    private @Nullable Double rate(Accelerator accelerator, Missing rate) {
        Double known = Rates.perSecond(accelerator, rate);
        return known == null && alone ? Double.valueOf(UNBOUND) : known;
    }

    private static List<Missing> lacking(
            DeploymentOption option, Plan plan, Memory memory, @Nullable ModelShape shape) {
        List<Missing> lacking = new ArrayList<>(memory.lacks());
        if (shape == null && lacking.isEmpty()) {
            lacking.add(Missing.SHAPE);
        }
        lacking.addAll(Rates.lacking(option.accelerator(), plan));
        return lacking.isEmpty() ? List.of(Missing.CACHE) : List.copyOf(lacking);
    }

    private @Nullable ModelShape shape(Memory memory) {
        Bytes weights = memory.weights();
        return weights == null || cacheOfOneStream == null
                ? null
                : shapes.of(weights, cacheOfOneStream.count() / request.contextTokens());
    }

    private @Nullable Machine machine(DeploymentOption option, Plan plan) {
        Accelerator accelerator = option.accelerator();
        Double bandwidth = Rates.perSecond(accelerator, Missing.BANDWIDTH);
        Double operations = rate(accelerator, Rates.computedIn(plan));
        Double sixteenBitOperations = rate(accelerator, Missing.FP16_RATE);
        if (bandwidth == null || operations == null || sixteenBitOperations == null) {
            return null;
        }
        Layout layout = plan.layout();
        return new Machine(
                layout.usedDevices(),
                layout.usedNodes(option.devices() / option.nodes()),
                layout.tensorParallel(),
                layout.dataParallel(),
                layout.pipelineStages(),
                bandwidth,
                operations,
                sixteenBitOperations,
                linkBytesPerSecond(accelerator),
                accelerator.interconnect(),
                option.network());
    }

    private double linkBytesPerSecond(Accelerator accelerator) {
        Double printed = accelerator.linkGigabytesPerSecond();
        return GIGA * (printed == null ? parameters.value("performance/assumed-link-gb-s") : printed);
    }

    /** All that tells a fit from another. */
    private List<Object> kind(@Nullable Engine engine, DeploymentOption option, Plan plan) {
        return List.of(
                engine == null ? "" : engine.id(),
                option.accelerator().vendor(),
                option.accelerator().architecture(),
                plan.precision(),
                isWeightOnly(plan),
                plan.speculativeTokens(),
                SpeedBasis.staged(model, option, plan),
                SpeedBasis.crowded(engine, plan, request.streams()));
    }

    /**
     * What is fitted to measured runs.
     *
     * @param share what is reached of the model's speed on devices of this vendor
     * @param speed how far speeds may be from their estimate
     * @param firstToken how far the wait for the first token may be
     */
    private record Fit(Coefficients coefficients, double share, Spread speed, Spread firstToken) {}

    private Fit fit(@Nullable Engine engine, DeploymentOption option, Plan plan) {
        Accelerator accelerator = option.accelerator();
        Set<SpeedBasis.Aspect> unmeasured = SpeedBasis.unmeasured(engine, model, option, plan, request.streams());
        return new Fit(
                coefficients(engine == null ? null : engine.speed(), plan, accelerator),
                makers.share(accelerator),
                widths.ofSpeed(unmeasured)
                        .and(guessed(plan.speculativeTokens()))
                        .and(makers.spread(accelerator)),
                widths.ofFirstToken(unmeasured).and(makers.spread(accelerator).inverse()));
    }

    private Guess guess(Plan plan) {
        int tokens = plan.speculativeTokens();
        return tokens == 0 ? Guess.NONE : new Guess(tokens, acceptance("likely"));
    }

    /** How much faster or slower it is where more or fewer guesses are right. */
    private Spread guessed(int tokens) {
        double likely = new Guess(tokens, acceptance("likely")).tokensOfAStep();
        return new Spread(
                new Guess(tokens, acceptance("low")).tokensOfAStep() / likely,
                1,
                new Guess(tokens, acceptance("high")).tokensOfAStep() / likely);
    }

    private double acceptance(String end) {
        return parameters.value("performance/guess-acceptance-" + end);
    }

    private Coefficients coefficients(@Nullable EngineSpeed known, Plan plan, Accelerator accelerator) {
        EngineSpeed engine = known == null ? others() : known;
        double compute = makers.computeShare(accelerator);
        double prefill = isWeightOnly(plan) ? compute * parameters.value("performance/weight-only-prefill") : compute;
        return new Coefficients(
                parameters.value("performance/bandwidth-share"),
                parameters.value("performance/cache-bandwidth-share") * kernels.cacheShare(accelerator),
                parameters.value("performance/decode-compute-share") * compute,
                engine.prefillComputeShare() * prefill,
                kernels.rowBytes(plan, accelerator),
                parameters.value("performance/hop-seconds"),
                parameters.value("performance/link-share"),
                engine.layerSeconds() + indexLayerSeconds(),
                engine.expertLayerSeconds() + kernels.expertLayerSeconds(plan, accelerator),
                engine.streamLayerSeconds(),
                engine.queueShare(),
                engine.firstTokenSteps());
    }

    /** A layer that picks the tokens that it looks at does so in steps of their own. */
    private double indexLayerSeconds() {
        return picksTokens ? parameters.value("performance/index-layer-seconds") : 0;
    }

    private static boolean picksTokens(LanguageModel model) {
        if (model.facts() == null) {
            return false;
        }
        AttentionConfig attention = model.facts().config().attention();
        return attention.mostTokens() != null || attention.indexHeads() != null || attention.indexHeadDim() != null;
    }

    /** What the measured engines share, for one without runs of its own. */
    private EngineSpeed others() {
        return new EngineSpeed(
                parameters.value("performance/other-prefill-compute-share"),
                parameters.value("performance/other-layer-seconds"),
                parameters.value("performance/other-expert-layer-seconds"),
                parameters.value("performance/other-stream-layer-seconds"),
                parameters.value("performance/other-queue-share"),
                parameters.value("performance/other-first-token-steps"),
                Set.of(),
                0,
                "");
    }

    private static Wires wires(Parameters parameters) {
        Map<Interconnect, Double> factors = new EnumMap<>(Interconnect.class);
        for (Interconnect link : Interconnect.values()) {
            factors.put(link, parameters.value("performance/hop-factor-" + Ids.of(link)));
        }
        return new Wires(
                factors,
                parameters.value("performance/rdma-hop-seconds"),
                parameters.value("performance/ethernet-hop-seconds"),
                parameters.value("performance/node-gb-s") * GIGA);
    }

    /** Nobody computes in 4-bit integers: such weights are widened. */
    private static boolean isWeightOnly(Plan plan) {
        return plan.mode() == ComputeMode.WEIGHT_ONLY || !plan.knownToRun() || plan.precision() == Precision.INT4;
    }
}
