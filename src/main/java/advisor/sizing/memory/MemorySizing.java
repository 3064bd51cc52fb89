package advisor.sizing.memory;

import advisor.facts.Candidate;
import advisor.facts.Layout;
import advisor.facts.Lens;
import advisor.facts.Memory;
import advisor.facts.MemoryPart;
import advisor.facts.Plan;
import advisor.facts.Request;
import advisor.facts.machine.Accelerator;
import advisor.facts.machine.EngineMemory;
import advisor.facts.model.LanguageModel;
import advisor.facts.model.Precision;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Figure;
import advisor.facts.unit.Formula;
import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Parameters;
import advisor.facts.unit.Sized;
import advisor.sizing.memory.WeightSizing.InFormat;
import advisor.text.Text;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much memory a model takes on an option, in a layout. What the fullest device needs counts for every device.
 *
 * <p>Under the evidence lens: real bytes where they are known, a cache computed from the architecture, and a runtime
 * share on every device. Under the founding lens: parameters times nominal bytes, evenly shared, and the founding
 * documents' planning figure for the cache.
 */
public final class MemorySizing {
    private static final Text DEVICE = new Text("memory of a device, as it reports", "单设备显存（设备上报）");
    private static final Text PRINTED = new Text("memory of a device, as printed", "单设备显存（标称）");
    private static final Text DEVICES = new Text("devices", "设备数");
    private static final Text HOST = new Text("memory of the host", "主机内存");
    private static final Text FILLED = new Text("share that the engine fills", "引擎可占用的比例");
    private static final Text RESERVED = new Text("what the engine keeps free on a device", "引擎在每个设备上的保留");

    private final Request request;
    private final LanguageModel model;
    private final Parameters parameters;
    private final WeightSizing weightSizing;
    private final CacheSizing cacheSizing;

    public MemorySizing(Request request, LanguageModel model, Parameters parameters) {
        this.request = request;
        this.model = model;
        this.parameters = parameters;
        this.weightSizing = new WeightSizing(request.lens(), model, parameters);
        this.cacheSizing = new CacheSizing(request, model, parameters);
    }

    /** Memory of an option with the streams of the request. */
    public Memory on(DeploymentOption option, Precision precision, Layout layout, @Nullable EngineMemory engine) {
        return holding(option, precision, layout, engine).memory(request.streams());
    }

    /** How each line of a candidate's memory that is known was calculated; none for a hosted service. */
    public Map<MemoryPart, Formula> formulas(Candidate candidate, @Nullable EngineMemory engine) {
        DeploymentOption option = candidate.option();
        Plan plan = candidate.plan();
        return option.kind() == OptionKind.API
                ? Map.of()
                : holding(option, plan.precision(), plan.layout(), engine).formulas(plan.unitStreams(), plan.units());
    }

    /**
     * What an option holds that keeps the weights in a format, with any number of streams. The host's memory counts only
     * where the option offloads and the devices alone do not suffice.
     *
     * @param engine what the engine leaves to the model; {@code null} if nothing is known of it
     */
    public Holding holding(DeploymentOption option, Precision precision, Layout layout, @Nullable EngineMemory engine) {
        Bytes host = option.offloadsToHost() ? option.hostMemory() : null;
        boolean unknownHost = option.offloadsToHost() && host == null;
        Sized device = unknownHost ? null : device(option.accelerator());
        Holding withHost = device == null || host == null
                ? null
                : holding(asOne(device, option.devices(), host), precision, Layout.tensor(1), engine, null);
        return holding(device, precision, layout, engine, withHost);
    }

    /** Devices and host as one device: what a device cannot hold is kept by the host, once. */
    private static Sized asOne(Sized device, int devices, Bytes host) {
        return device.times(DEVICES, devices).plus(Sized.of(HOST, host));
    }

    private Holding holding(
            @Nullable Sized device,
            Precision precision,
            Layout layout,
            @Nullable EngineMemory engine,
            @Nullable Holding withHost) {
        InFormat weights = weightSizing.in(precision);
        Sized copies = weights.parts() == null ? null : weights.parts().copies(layout);
        Sized used = device == null ? null : device.times(WeightParts.USED, layout.usedDevices());
        Sized runtime = used == null ? null : used.times(operand("sizing/runtime-share"));
        Sized usable = used == null ? null : usable(used, layout, engine);
        return new Holding(
                model.attention(),
                streams -> cacheSizing.held(precision, layout, streams),
                weights,
                copies,
                runtime,
                device == null ? null : device.times(DEVICES, layout.devices()),
                usable,
                room(usable, weights.loaded(), copies, runtime, layout),
                withHost);
    }

    private @Nullable Room room(
            @Nullable Sized usable,
            @Nullable Sized weights,
            @Nullable Sized copies,
            @Nullable Sized runtime,
            Layout layout) {
        Sized oneOfEachGroup = cacheSizing.on(layout, layout.dataParallel());
        if (usable == null || weights == null || copies == null || runtime == null || oneOfEachGroup == null) {
            return null;
        }
        Bytes held = weights.bytes().plus(copies.bytes()).plus(runtime.bytes());
        return Room.of(usable.bytes().minus(held), oneOfEachGroup, layout, request.contextTokens());
    }

    private Sized usable(Sized used, Layout layout, @Nullable EngineMemory engine) {
        if (engine == null || request.lens() == Lens.FOUNDING) {
            return used.times(operand("sizing/usable-share"));
        }
        Sized filled = used.times(new Operand(FILLED, Interval.exactly(engine.usableShare()), "1", engine));
        long reserved = engine.reserved().count();
        return reserved == 0
                ? filled
                : filled.less(Sized.of(new Operand(RESERVED, Interval.exactly(reserved), "B", engine))
                        .times(WeightParts.USED, layout.usedDevices()));
    }

    private Operand operand(String parameter) {
        return Operand.of(parameters.get(parameter));
    }

    /** What a device reports where that is known, else what is printed; the founding documents know the print alone. */
    private @Nullable Sized device(Accelerator accelerator) {
        Bytes measured = request.lens() == Lens.FOUNDING ? null : accelerator.measuredMemory();
        if (measured != null) {
            return read(DEVICE, measured, accelerator.figure("memory_bytes"));
        }
        Bytes printed = accelerator.memory();
        return printed == null ? null : read(PRINTED, printed, accelerator.figure("memory_gb"));
    }

    private static Sized read(Text name, Bytes memory, @Nullable Figure figure) {
        return Sized.of(new Operand(name, Interval.exactly(memory.count()), "B", figure));
    }
}
