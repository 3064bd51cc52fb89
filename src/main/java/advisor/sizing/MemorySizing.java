package advisor.sizing;

import advisor.model.Accelerator;
import advisor.model.Attention;
import advisor.model.Bytes;
import advisor.model.DeploymentOption;
import advisor.model.Ids;
import advisor.model.LanguageModel;
import advisor.model.LatentCache;
import advisor.model.Lens;
import advisor.model.Memory;
import advisor.model.Parameters;
import advisor.model.Precision;
import advisor.model.Request;
import org.jspecify.annotations.Nullable;

/**
 * How much memory a model takes on an option.
 *
 * <p>Under the evidence lens: the checkpoint's real bytes where they are known, a cache computed from the architecture,
 * and a runtime share on every device. Under the founding lens: parameters times nominal bytes, and the founding
 * documents' planning figure for the cache.
 */
public final class MemorySizing {
    private static final int BITS_PER_BYTE = 8;

    private final Request request;
    private final LanguageModel model;
    private final Parameters parameters;

    public MemorySizing(Request request, LanguageModel model, Parameters parameters) {
        this.request = request;
        this.model = model;
        this.parameters = parameters;
    }

    /**
     * Memory of an option that holds the weights in a format and keeps its cache as an engine does. The host's memory
     * counts only where the option offloads and the devices alone do not suffice.
     */
    public Memory on(DeploymentOption option, Precision precision, LatentCache latentCache) {
        Bytes devices = devicesTotal(option);
        Bytes host = option.offloadsToHost() ? option.hostMemory() : null;
        Memory onDevices = within(devices, option, precision, latentCache, false);
        if (devices == null || host == null || onDevices.shortfall() == null) {
            return onDevices;
        }
        return within(devices.plus(host), option, precision, latentCache, true);
    }

    private Memory within(
            @Nullable Bytes total,
            DeploymentOption option,
            Precision precision,
            LatentCache latentCache,
            boolean spilled) {
        return new Memory(
                weights(precision),
                cache(option, precision, latentCache),
                total == null ? Bytes.ZERO : total.times(parameters.value("sizing/runtime-share")),
                total,
                total == null ? null : total.times(parameters.value("sizing/usable-share")),
                kvCacheBytesPerToken(),
                !hasExactWeights(precision),
                spilled);
    }

    /** All weights in a format; {@code null} if neither a checkpoint nor the parameter count is known. */
    public @Nullable Bytes weights(Precision precision) {
        if (hasExactWeights(precision)) {
            return model.checkpoint(precision).orElseThrow().bytes();
        }
        Long count = model.totalParameters();
        return count == null ? null : new Bytes(Math.round(count * bitsPerWeight(precision) / BITS_PER_BYTE));
    }

    /** Bytes that one more token adds to one stream's cache, in 16-bit values; {@code null} for an unknown scheme. */
    public @Nullable Long kvCacheBytesPerToken() {
        return CacheSizing.bytesPerToken(model.attention());
    }

    /** Cache of one stream at the request's lengths, once; {@code null} for an unknown scheme. */
    public @Nullable Bytes cacheOfOneStream() {
        return CacheSizing.at(model.attention(), request.contextTokens());
    }

    /** How many devices hold the same cache. */
    double cacheCopies(int devices, LatentCache latentCache) {
        Attention attention = model.attention();
        return switch (attention.kind()) {
            case MLA -> latentCache == LatentCache.REPLICATED ? devices : 1;
            case GQA -> Math.max(1, devices / (double) Math.max(1, attention.kvHeads()));
            case UNKNOWN -> 1;
        };
    }

    private boolean hasExactWeights(Precision precision) {
        return request.lens() == Lens.EVIDENCE && model.checkpoint(precision).isPresent();
    }

    private double bitsPerWeight(Precision precision) {
        return parameters.value("sizing/bits-per-weight-" + Ids.of(precision.storedAs()));
    }

    private @Nullable Bytes cache(DeploymentOption option, Precision precision, LatentCache latentCache) {
        if (request.lens() == Lens.FOUNDING) {
            return plannedCache(precision);
        }
        Bytes one = cacheOfOneStream();
        return one == null ? null : one.times(request.streams() * cacheCopies(option.devices(), latentCache));
    }

    private Bytes plannedCache(Precision precision) {
        boolean quantised = precision.weightBits() < BITS_PER_BYTE;
        return quantised ? Bytes.ZERO : Bytes.ofGigabytes(parameters.value("sizing/planned-cache-gb"));
    }

    /** What a device reports where that is known, else what is printed; the founding documents know the print alone. */
    private @Nullable Bytes deviceMemory(Accelerator accelerator) {
        Bytes measured = accelerator.measuredMemory();
        return measured == null || request.lens() == Lens.FOUNDING ? accelerator.memory() : measured;
    }

    private @Nullable Bytes devicesTotal(DeploymentOption option) {
        Bytes device = deviceMemory(option.accelerator());
        return device == null ? null : device.times(option.devices());
    }
}
