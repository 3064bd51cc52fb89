package advisor.sizing.speed;

import advisor.facts.Layout;
import advisor.facts.Memory;
import advisor.facts.Performance;
import advisor.facts.Plan;
import advisor.facts.Request;
import advisor.facts.machine.Accelerator;
import advisor.facts.machine.ComputeMode;
import advisor.facts.machine.EngineSpeed;
import advisor.facts.machine.Interconnect;
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
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The speed of serving engines on accelerators by the fitted model, as an interval. */
final class ServingSpeed {
    private static final double GIGA = 1e9;
    /** Weight-only kernels catch up with the batch: doubled five times, they are level. */
    private static final double DOUBLINGS_TO_CATCH_UP = 5;

    private final Request request;
    private final LanguageModel model;
    private final @Nullable Sized cacheOfOneStream;
    private final Parameters parameters;
    private final Wires wires;
    private final Spread measured;
    private final Spread unseen;
    private final Map<Fit, Coefficients> fitted;

    ServingSpeed(Request request, LanguageModel model, Parameters parameters) {
        this.request = request;
        this.model = model;
        this.cacheOfOneStream = model.attention().cache(request.contextTokens());
        this.parameters = parameters;
        this.wires = wires(parameters);
        this.measured = spread(parameters, "performance/measured");
        this.unseen = spread(parameters, "performance/unseen");
        this.fitted = new ConcurrentHashMap<>();
    }

    private ServingSpeed(ServingSpeed other, Request request) {
        this.request = request;
        this.model = other.model;
        this.cacheOfOneStream = model.attention().cache(request.contextTokens());
        this.parameters = other.parameters;
        this.wires = other.wires;
        this.measured = other.measured;
        this.unseen = other.unseen;
        this.fitted = other.fitted;
    }

    /** The same model under another load. */
    ServingSpeed under(Request load) {
        return new ServingSpeed(this, load);
    }

    Performance on(
            DeploymentOption option,
            Plan plan,
            @Nullable EngineSpeed engine,
            Memory memory,
            @Nullable Interval streams) {
        ModelShape shape = shape(memory);
        Machine machine = machine(option, plan);
        if (shape == null || machine == null || streams == null) {
            return new Performance(null, null, streams, null, lacking(option, plan, memory, shape));
        }
        Load load = new Load(
                request.streams(),
                streams.likely(),
                request.promptTokens(),
                request.outputTokens(),
                SeenShare.of(request, parameters));
        Speed speed = SpeedModel.of(shape, machine, load, coefficients(engine, plan), wires);
        double share = share(option.accelerator(), plan);
        return new Performance(
                spread(speed.userTokensPerSecond() * share, option, plan, engine),
                spread(speed.boxTokensPerSecond() * share, option, plan, engine),
                streams,
                spread(speed.firstTokenSeconds() / share, option, plan, engine),
                List.of());
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
                : ModelShapes.of(model, weights, cacheOfOneStream.count() / request.contextTokens());
    }

    private @Nullable Machine machine(DeploymentOption option, Plan plan) {
        Accelerator accelerator = option.accelerator();
        Double bandwidth = Rates.perSecond(accelerator, Missing.BANDWIDTH);
        Double operations = Rates.perSecond(accelerator, Rates.computedIn(plan));
        Double sixteenBitOperations = Rates.perSecond(accelerator, Missing.FP16_RATE);
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

    /** An engine, and whether its weights are widened as they are read. */
    private record Fit(@Nullable EngineSpeed engine, boolean weightOnly) {}

    private Coefficients coefficients(@Nullable EngineSpeed engine, Plan plan) {
        return fitted.computeIfAbsent(new Fit(engine, isWeightOnly(plan)), this::coefficients);
    }

    private Coefficients coefficients(Fit fit) {
        EngineSpeed engine = fit.engine() == null ? others() : fit.engine();
        double prefill = fit.weightOnly() ? parameters.value("performance/weight-only-prefill") : 1;
        return new Coefficients(
                parameters.value("performance/bandwidth-share"),
                parameters.value("performance/cache-bandwidth-share"),
                parameters.value("performance/decode-compute-share"),
                engine.prefillComputeShare() * prefill,
                parameters.value("performance/expert-row-bytes"),
                parameters.value("performance/hop-seconds"),
                parameters.value("performance/link-share"),
                engine.layerSeconds(),
                engine.expertLayerSeconds(),
                engine.streamSeconds(),
                engine.queueShare(),
                engine.firstTokenSeconds());
    }

    /** What the measured engines share, for one without runs of its own. */
    private EngineSpeed others() {
        return new EngineSpeed(
                java.util.Set.of(),
                parameters.value("performance/other-prefill-compute-share"),
                parameters.value("performance/other-layer-seconds"),
                parameters.value("performance/other-expert-layer-seconds"),
                parameters.value("performance/other-stream-seconds"),
                parameters.value("performance/other-queue-share"),
                parameters.value("performance/other-first-token-seconds"),
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

    /** What is reached of the model's speed in this format, on this generation, with the engines of the day. */
    private double share(Accelerator accelerator, Plan plan) {
        String ofGeneration = "performance/share-of-"
                + accelerator.architecture().toLowerCase(Locale.ROOT).replace(' ', '-');
        double generation = parameters.has(ofGeneration) ? parameters.value(ofGeneration) : 1;
        return generation * weightOnlyShare(plan);
    }

    private double weightOnlyShare(Plan plan) {
        if (!isWeightOnly(plan)) {
            return 1;
        }
        double alone = parameters.value("performance/weight-only-decode");
        double doublings = Math.log(request.streams()) / Math.log(2);
        return alone + (1 - alone) * Math.min(1, doublings / DOUBLINGS_TO_CATCH_UP);
    }

    private static boolean isWeightOnly(Plan plan) {
        return plan.mode() == ComputeMode.WEIGHT_ONLY || !plan.knownToRun() || plan.precision() == Precision.INT4;
    }

    /** No run with pipeline stages was fitted. */
    private Interval spread(double today, DeploymentOption option, Plan plan, @Nullable EngineSpeed engine) {
        boolean isMeasured = engine != null
                && plan.layout().pipelineStages() == 1
                && engine.measuredOn().contains(option.accelerator().architecture());
        return (isMeasured ? measured : unseen).around(today);
    }

    /** What a speed may turn out to be, as shares of the estimate. */
    private record Spread(double low, double likely, double high) {
        Interval around(double estimate) {
            return new Interval(estimate * low, estimate * likely, estimate * high);
        }
    }

    private static Spread spread(Parameters parameters, String width) {
        return new Spread(
                parameters.value(width + "-low") * parameters.value("performance/age-low"),
                parameters.value("performance/age-likely"),
                parameters.value(width + "-high") * parameters.value("performance/age-high"));
    }
}
