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
import advisor.facts.machine.Interconnect;
import advisor.facts.model.LanguageModel;
import advisor.facts.model.ModelFacts;
import advisor.facts.model.Precision;
import advisor.facts.model.Quantisation;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Figure;
import advisor.facts.unit.Formula;
import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Parameters;
import advisor.facts.unit.Sized;
import advisor.sizing.memory.Holding.Amounts;
import advisor.sizing.memory.Holding.Lines;
import advisor.sizing.memory.Holding.Raised;
import advisor.sizing.memory.WeightSizing.InFormat;
import advisor.text.Text;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How much memory a model takes on an option, in a layout. What the fullest device needs counts for every device.
 *
 * <p>Under the evidence lens: real bytes where they are known, a cache computed from the architecture, and a runtime
 * share on every device. Under the founding lens: parameters times nominal bytes, evenly shared, and the founding
 * documents' planning figure for the cache.
 */
public final class MemorySizing {
    private static final Set<Quantisation.Scheme> PADDED =
            EnumSet.of(Quantisation.Scheme.MXFP4, Quantisation.Scheme.UNKNOWN);

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
    private final WorkspaceSizing workspaceSizing;

    public MemorySizing(Request request, LanguageModel published, Parameters parameters) {
        this.request = request;
        this.model = published.withCacheValuesOf(request.kvFormat().bytes());
        this.parameters = parameters;
        this.weightSizing = new WeightSizing(request.lens(), model, parameters);
        this.cacheSizing = new CacheSizing(request, model, parameters);
        this.workspaceSizing = new WorkspaceSizing(request, model);
    }

    /** Memory of an option with the streams of the request. */
    public Memory on(DeploymentOption option, Loading loading) {
        return holding(option, loading).memory(request.streams());
    }

    /** How each line of a candidate's memory that is known was calculated; none for a hosted service. */
    public Map<MemoryPart, Formula> formulas(Candidate candidate, @Nullable EngineMemory engine) {
        DeploymentOption option = candidate.option();
        Plan plan = candidate.plan();
        return option.kind() == OptionKind.API
                ? Map.of()
                : holding(option, Loading.of(plan, engine)).formulas(plan.unitStreams(), plan.units());
    }

    /**
     * What an option holds that keeps the weights in a format, with any number of streams. The host's memory counts only
     * where the option offloads and the devices alone do not suffice; more of the devices than the engine fills by default
     * counts only where that leaves room for no stream.
     */
    public Holding holding(DeploymentOption option, Loading plan) {
        Bytes host = option.offloadsToHost() ? option.hostMemory() : null;
        boolean unknownHost = option.offloadsToHost() && host == null;
        Machine machine = unknownHost ? null : machine(option);
        if (machine == null || host == null) {
            return holding(machine, plan, request.memoryShare(), raised(machine, plan), null);
        }
        Loading asOne = plan.in(Layout.tensor(1));
        Holding withHost = holding(machine.asOne(option.devices(), host), asOne, request.memoryShare(), null, null);
        return holding(machine, plan, request.memoryShare(), null, withHost);
    }

    /** Devices of the boards on which buffers were measured: of more nothing says that they grow on. */
    private static final int BOARD = 8;

    /** One of some devices, its memory, and how many there are in a node. */
    private record Machine(Accelerator device, Sized memory, int devicesOfANode) {
        /** Devices and host as one device: what a device cannot hold is kept by the host, once. */
        private Machine asOne(int devices, Bytes host) {
            return new Machine(device, memory.times(DEVICES, devices).plus(Sized.of(HOST, host)), 1);
        }

        /** Over PCIe buffers are small. */
        private int peers(Layout layout) {
            boolean fast = device.interconnect() != Interconnect.PCIE;
            int joined = Math.min(devicesOfANode, layout.tensorParallel() * layout.dataParallel());
            return fast ? Math.min(joined, BOARD) - 1 : 0;
        }
    }

    private @Nullable Machine machine(DeploymentOption option) {
        Sized memory = device(option.accelerator());
        return memory == null
                ? null
                : new Machine(option.accelerator(), memory, Math.max(1, option.devices() / option.nodes()));
    }

    /**
     * With the share that an engine is told to fill where its default leaves no room; {@code null} if it takes none. Stages
     * one behind the other were never measured: nothing is pinned on filling these to the brim, too.
     */
    private @Nullable Raised raised(@Nullable Machine machine, Loading plan) {
        EngineMemory engine = plan.engine();
        boolean takesShare = engine != null && engine.takesShare();
        boolean measured = plan.layout().pipelineStages() == 1;
        if (!takesShare || !measured || request.memoryShare() != null || request.lens() == Lens.FOUNDING) {
            return null;
        }
        double share = parameters.value("sizing/raised-memory-share");
        return new Raised(share, holding(machine, plan, share, null, null));
    }

    private Holding holding(
            @Nullable Machine machine,
            Loading plan,
            @Nullable Double share,
            @Nullable Raised raised,
            @Nullable Holding withHost) {
        Supplier<Lines> again = () -> lines(machine, plan, share);
        Lines lines = again.get();
        return new Holding(
                model.attention(),
                streams -> cacheSizing.held(plan, streams),
                lines.amounts(),
                again,
                room(lines.amounts(), plan),
                raised,
                withHost);
    }

    private Lines lines(@Nullable Machine machine, Loading plan, @Nullable Double share) {
        Layout layout = plan.layout();
        InFormat weights = weightSizing.in(plan.precision(), plan.speculates());
        Sized copies = weights.parts() == null ? null : copies(weights, weights.parts(), plan);
        if (machine == null) {
            return new Lines(weights, copies, null, null, null);
        }
        Sized used = machine.memory().times(WeightParts.USED, layout.usedDevices());
        return new Lines(
                weights,
                copies,
                taken(machine, plan),
                machine.memory().times(DEVICES, layout.devices()),
                usable(machine, used, plan, share));
    }

    private @Nullable Room room(Amounts amounts, Loading plan) {
        Layout layout = plan.layout();
        Sized oneOfEachGroup = cacheSizing.on(plan, layout.dataParallel());
        Bytes usable = amounts.usable();
        Bytes held = sum(amounts.weights(), amounts.copies(), amounts.runtime());
        return usable == null || held == null || oneOfEachGroup == null
                ? null
                : Room.of(usable.minus(held), oneOfEachGroup, layout, request.contextTokens());
    }

    private static @Nullable Bytes sum(@Nullable Bytes one, @Nullable Bytes other, @Nullable Bytes third) {
        return one == null || other == null || third == null
                ? null
                : one.plus(other).plus(third);
    }

    private Sized copies(InFormat weights, WeightParts parts, Loading plan) {
        Sized copies = parts.copies(plan.layout());
        EngineMemory engine = plan.engine();
        boolean asPublished = weights.exact() && plan.precision() == Precision.FP4 && mayBeMxfp4();
        return engine == null || engine.paddedExperts() == 1 || !asPublished
                ? copies
                : copies.plus(parts.padding(engine.paddedExperts()));
    }

    /** Of a method that is not known, the one that takes the most. */
    private boolean mayBeMxfp4() {
        ModelFacts facts = model.facts();
        return facts != null && PADDED.contains(facts.config().quantisation().scheme());
    }

    /** What the engine takes beside weights and cache, on all devices that take part. */
    private Sized taken(Machine machine, Loading plan) {
        Layout layout = plan.layout();
        Sized measured = request.lens() == Lens.FOUNDING
                ? null
                : workspaceSizing.taken(
                        plan.engine(), machine.device(), machine.memory().bytes(), layout, machine.peers(layout));
        Sized ofOne = measured == null ? machine.memory().times(operand("sizing/runtime-share")) : measured;
        return ofOne.times(WeightParts.USED, layout.usedDevices());
    }

    private Sized usable(Machine machine, Sized used, Loading plan, @Nullable Double share) {
        EngineMemory engine = plan.engine();
        if (request.lens() == Lens.FOUNDING) {
            return used.times(operand("sizing/usable-share"));
        }
        if (share != null && (engine == null || engine.reserved().count() == 0)) {
            return used.times(FILLED, share);
        }
        if (engine == null) {
            return used.times(operand("sizing/usable-share"));
        }
        Sized kept =
                workspaceSizing.kept(engine, machine.device(), machine.memory().bytes(), plan.layout());
        return kept == null
                ? filled(used, plan.layout(), engine)
                : used.less(kept.times(WeightParts.USED, plan.layout().usedDevices()));
    }

    private static Sized filled(Sized used, Layout layout, EngineMemory engine) {
        Sized filled = used.times(read(FILLED, engine.usableShare(), "1", engine));
        long reserved = engine.reserved().count();
        return reserved == 0
                ? filled
                : filled.less(
                        Sized.of(read(RESERVED, reserved, "B", engine)).times(WeightParts.USED, layout.usedDevices()));
    }

    private static Operand read(Text name, double value, String unit, EngineMemory engine) {
        return new Operand(name, Interval.exactly(value), unit, engine);
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
