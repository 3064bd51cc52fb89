package advisor.sizing;

import advisor.model.Accelerator;
import advisor.model.Bytes;
import advisor.model.Candidate;
import advisor.model.DeploymentOption;
import advisor.model.Engine;
import advisor.model.EngineMemory;
import advisor.model.Figure;
import advisor.model.Formula;
import advisor.model.Formula.Operand;
import advisor.model.Formula.Operator;
import advisor.model.Interval;
import advisor.model.LanguageModel;
import advisor.model.Layout;
import advisor.model.Lens;
import advisor.model.MemoryPart;
import advisor.model.OptionKind;
import advisor.model.Parameters;
import advisor.model.Request;
import advisor.model.Text;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the lines of one candidate's memory were calculated, in bytes. */
public final class MemoryDerivation {
    private static final Text DEVICE = new Text("memory of a device, as it reports", "单设备显存（设备上报）");
    private static final Text PRINTED = new Text("memory of a device, as printed", "单设备显存（标称）");
    private static final Text DEVICES = new Text("devices", "设备数");
    private static final Text USED = new Text("devices that take part", "参与的设备数");
    private static final Text HOST = new Text("memory of the host", "主机内存");
    private static final Text FILLED = new Text("share that the engine fills", "引擎可占用的比例");
    private static final Text RESERVED = new Text("what the engine keeps free on a device", "引擎在每个设备上的保留");
    private static final Text PLANNED = new Text("cache is not planned for quantised weights", "量化权重不另计缓存");
    private static final Text GIGABYTE = new Text("bytes of a gigabyte", "每 GB 字节数");

    private final Request request;
    private final Parameters parameters;
    private final Collection<Engine> engines;
    private final WeightDerivation weights;
    private final CacheDerivation cache;

    public MemoryDerivation(Request request, LanguageModel model, Parameters parameters, Collection<Engine> engines) {
        this.request = request;
        this.parameters = parameters;
        this.engines = engines;
        this.weights = new WeightDerivation(model, new WeightSizing(request.lens(), model, parameters), parameters);
        this.cache = new CacheDerivation(request, model);
    }

    /** A formula for each line that is known; none for a hosted service. */
    public Map<MemoryPart, Formula> of(Candidate candidate) {
        return candidate.option().kind() == OptionKind.API ? Map.of() : ofMachine(candidate);
    }

    private Map<MemoryPart, Formula> ofMachine(Candidate candidate) {
        Map<MemoryPart, Formula> lines = new EnumMap<>(MemoryPart.class);
        Layout layout = candidate.memory().spilled()
                ? Layout.tensor(1)
                : candidate.plan().layout();
        put(lines, MemoryPart.WEIGHTS, weights.loaded(candidate.precision()));
        if (candidate.memory().weightCopies().count() > 0) {
            put(lines, MemoryPart.WEIGHT_COPIES, weights.copies(candidate.precision(), layout));
        }
        put(lines, MemoryPart.CACHE, request.lens() == Lens.FOUNDING ? plannedCache(candidate) : cache.on(layout));
        Formula each = memoryOfOne(candidate);
        if (each != null) {
            Formula used = Operator.PRODUCT.of(each, Operand.exactly(USED, layout.usedDevices(), "1"));
            put(lines, MemoryPart.RUNTIME, used, Operand.of(parameters.get("sizing/runtime-share")));
            put(lines, MemoryPart.TOTAL, each, Operand.exactly(DEVICES, layout.devices(), "1"));
            put(lines, MemoryPart.USABLE, usable(used, layout, engine(candidate)));
        }
        return lines;
    }

    private static void put(Map<MemoryPart, Formula> lines, MemoryPart part, Formula one, Formula factor) {
        lines.put(part, Operator.PRODUCT.of(one, factor));
    }

    private static void put(Map<MemoryPart, Formula> lines, MemoryPart part, @Nullable Formula formula) {
        if (formula != null) {
            lines.put(part, formula);
        }
    }

    private Formula plannedCache(Candidate candidate) {
        return MemorySizing.plansNoCache(candidate.precision())
                ? Operand.exactly(PLANNED, 0, "B")
                : Operator.PRODUCT.of(
                        Operand.of(parameters.get(MemorySizing.PLANNED_CACHE)), Operand.exactly(GIGABYTE, 1e9, "B/GB"));
    }

    /** The memory of a device; all devices and the host as one where weights spill over. */
    private @Nullable Formula memoryOfOne(Candidate candidate) {
        DeploymentOption option = candidate.option();
        Formula device = device(option.accelerator());
        Bytes host = option.hostMemory();
        if (device == null || host == null || !candidate.memory().spilled()) {
            return device;
        }
        Formula devices = Operator.PRODUCT.of(device, Operand.exactly(DEVICES, option.devices(), "1"));
        return Operator.SUM.of(devices, Operand.exactly(HOST, host.count(), "B"));
    }

    private @Nullable Formula device(Accelerator accelerator) {
        Bytes memory = MemorySizing.deviceMemory(accelerator, request.lens());
        if (memory == null) {
            return null;
        }
        boolean measured = memory.equals(accelerator.measuredMemory()) && request.lens() == Lens.EVIDENCE;
        Figure figure = accelerator.figure(measured ? "memory_bytes" : "memory_gb");
        return new Operand(measured ? DEVICE : PRINTED, Interval.exactly(memory.count()), "B", figure);
    }

    private @Nullable EngineMemory engine(Candidate candidate) {
        return engines.stream()
                .filter(engine -> engine.id().equals(candidate.plan().engine()))
                .findFirst()
                .map(Engine::memory)
                .orElse(null);
    }

    private Formula usable(Formula used, Layout layout, @Nullable EngineMemory engine) {
        if (engine == null || request.lens() == Lens.FOUNDING) {
            return Operator.PRODUCT.of(used, Operand.of(parameters.get("sizing/usable-share")));
        }
        Operand share = new Operand(FILLED, Interval.exactly(engine.usableShare()), "1", engine);
        Operand each = new Operand(RESERVED, Interval.exactly(engine.reserved().count()), "B", engine);
        Formula filled = Operator.PRODUCT.of(used, share);
        return engine.reserved().count() == 0
                ? filled
                : Operator.DIFFERENCE.of(
                        filled, Operator.PRODUCT.of(each, Operand.exactly(USED, layout.usedDevices(), "1")));
    }
}
