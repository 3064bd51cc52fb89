package advisor.sizing;

import advisor.model.Accelerator;
import advisor.model.Bytes;
import advisor.model.DeploymentOption;
import advisor.model.EngineMemory;
import advisor.model.LanguageModel;
import advisor.model.Layout;
import advisor.model.Lens;
import advisor.model.Memory;
import advisor.model.Parameters;
import advisor.model.Precision;
import advisor.model.Request;
import org.jspecify.annotations.Nullable;

/**
 * How much memory a model takes on an option, in a layout. What the fullest device needs counts for every device.
 *
 * <p>Under the evidence lens: real bytes where they are known, a cache computed from the architecture, and a runtime
 * share on every device. Under the founding lens: parameters times nominal bytes, evenly shared, and the founding
 * documents' planning figure for the cache.
 */
public final class MemorySizing {
    static final String PLANNED_CACHE = "sizing/planned-cache-gb";
    private static final int BITS_PER_BYTE = 8;

    private final Request request;
    private final LanguageModel model;
    private final Parameters parameters;
    private final WeightSizing weightSizing;

    public MemorySizing(Request request, LanguageModel model, Parameters parameters) {
        this(request, model, parameters, new WeightSizing(request.lens(), model, parameters));
    }

    private MemorySizing(Request request, LanguageModel model, Parameters parameters, WeightSizing weightSizing) {
        this.request = request;
        this.model = model;
        this.parameters = parameters;
        this.weightSizing = weightSizing;
    }

    /** The same model under another load. */
    MemorySizing under(Request load) {
        return new MemorySizing(load, model, parameters, weightSizing);
    }

    /**
     * Memory of an option that holds the weights in a format. The host's memory counts only where the option offloads
     * and the devices alone do not suffice.
     *
     * @param engine what the engine leaves to the model; {@code null} if nothing is known of it
     */
    public Memory on(DeploymentOption option, Precision precision, Layout layout, @Nullable EngineMemory engine) {
        Bytes device = deviceMemory(option.accelerator(), request.lens());
        Memory onDevices = onDevices(device, precision, layout, engine);
        Bytes host = option.offloadsToHost() ? option.hostMemory() : null;
        return device == null || host == null || onDevices.shortfall() == null
                ? onDevices
                : pooled(device.times(option.devices()).plus(host), precision, engine);
    }

    private Memory onDevices(
            @Nullable Bytes device, Precision precision, Layout layout, @Nullable EngineMemory engine) {
        Bytes weights = weights(precision);
        Bytes held = heldWeights(precision, layout);
        Bytes used = device == null ? null : device.times(layout.usedDevices());
        Bytes usable = used == null ? null : usable(used, layout.usedDevices(), engine);
        Bytes runtime = runtime(used);
        Room room = room(usable, held, runtime, layout);
        return new Memory(
                weightSizing.checkpoint(precision),
                weights,
                weights == null || held == null ? Bytes.ZERO : held.minus(weights),
                cache(precision, layout),
                runtime,
                device == null ? null : device.times(layout.devices()),
                usable,
                kvCacheBytesPerToken(),
                room == null ? null : room.streams(),
                room == null ? null : room.tokens(),
                !weightSizing.isExact(precision),
                false);
    }

    /** Devices and host as one: what a device cannot hold is kept by the host, once. */
    private Memory pooled(Bytes total, Precision precision, @Nullable EngineMemory engine) {
        Layout one = Layout.tensor(1);
        Memory memory = onDevices(total, precision, one, engine);
        return new Memory(
                memory.checkpoint(),
                memory.weights(),
                Bytes.ZERO,
                memory.kvCache(),
                memory.runtime(),
                memory.total(),
                memory.usable(),
                memory.kvCacheBytesPerToken(),
                memory.streams(),
                memory.cacheTokens(),
                memory.weightsEstimated(),
                true);
    }

    /** Streams at the request's lengths for whose cache there is room, and the tokens in it. */
    private record Room(long streams, long tokens) {}

    private @Nullable Room room(@Nullable Bytes usable, @Nullable Bytes held, Bytes runtime, Layout layout) {
        Bytes cache = cacheOfOneStream();
        if (usable == null || held == null || cache == null || cache.count() == 0) {
            return null;
        }
        double free = Math.max(0, usable.minus(held).minus(runtime).count()) / (double) layout.usedDevices();
        double streams = free / onFullestDevice(cache, layout);
        long groups = layout.dataParallel();
        return new Room(
                (long) Math.floor(streams) * groups, (long) Math.floor(streams * request.contextTokens()) * groups);
    }

    /** All weights in a format; {@code null} if neither a checkpoint nor the parameter count is known. */
    public @Nullable Bytes weights(Precision precision) {
        return weightSizing.weights(precision);
    }

    /** Bytes that one more token adds to one stream's cache, in 16-bit values; {@code null} for an unknown scheme. */
    public @Nullable Long kvCacheBytesPerToken() {
        return CacheSizing.bytesPerToken(model.attention());
    }

    /** Cache of one stream at the request's lengths, once; {@code null} for an unknown scheme. */
    public @Nullable Bytes cacheOfOneStream() {
        return CacheSizing.at(model.attention(), request.contextTokens());
    }

    private @Nullable Bytes heldWeights(Precision precision, Layout layout) {
        WeightParts parts = weightSizing.parts(precision);
        return parts == null ? null : new Bytes(Math.round(parts.onFullestDevice(layout) * layout.usedDevices()));
    }

    private @Nullable Bytes cache(Precision precision, Layout layout) {
        if (request.lens() == Lens.FOUNDING) {
            return plannedCache(precision);
        }
        Bytes one = cacheOfOneStream();
        if (one == null) {
            return null;
        }
        long ofAGroup = WeightParts.most(request.streams(), layout.dataParallel());
        return new Bytes(Math.round(ofAGroup * onFullestDevice(one, layout) * layout.usedDevices()));
    }

    /** Bytes of one stream's cache on the fullest of the devices that hold it. */
    private double onFullestDevice(Bytes cache, Layout layout) {
        double ofAStage = WeightParts.largestShare(Math.max(1, model.layers()), layout.pipelineStages());
        return cache.count() * ofAStage * CacheSizing.copies(model.attention(), layout) / layout.tensorParallel();
    }

    private Bytes plannedCache(Precision precision) {
        return plansNoCache(precision) ? Bytes.ZERO : Bytes.ofGigabytes(parameters.value(PLANNED_CACHE));
    }

    /** The founding documents plan a cache for weights of eight bits and more. */
    static boolean plansNoCache(Precision precision) {
        return precision.weightBits() < BITS_PER_BYTE;
    }

    private Bytes runtime(@Nullable Bytes used) {
        return used == null ? Bytes.ZERO : used.times(parameters.value("sizing/runtime-share"));
    }

    private Bytes usable(Bytes used, int devices, @Nullable EngineMemory engine) {
        if (engine == null || request.lens() == Lens.FOUNDING) {
            return used.times(parameters.value("sizing/usable-share"));
        }
        Bytes reserved = engine.reserved().times(devices);
        return used.times(engine.usableShare()).minus(reserved);
    }

    /** What a device reports where that is known, else what is printed; the founding documents know the print alone. */
    static @Nullable Bytes deviceMemory(Accelerator accelerator, Lens lens) {
        Bytes measured = accelerator.measuredMemory();
        return measured == null || lens == Lens.FOUNDING ? accelerator.memory() : measured;
    }
}
