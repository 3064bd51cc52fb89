package advisor.sizing;

import advisor.model.Accelerator;
import advisor.model.Bytes;
import advisor.model.ComputeMode;
import advisor.model.DeploymentOption;
import advisor.model.Interval;
import advisor.model.LanguageModel;
import advisor.model.LatentCache;
import advisor.model.Memory;
import advisor.model.Network;
import advisor.model.Parameters;
import advisor.model.Performance;
import advisor.model.Precision;
import advisor.model.Request;
import org.jspecify.annotations.Nullable;

/**
 * A roofline estimate of decoding and prefill.
 *
 * <p>One decoding step takes a fixed time for each layer, and the time to read once all weights that the batch touches
 * and all caches. Rates and factors are parameters, fitted by hand to published runs; the interval is wide on purpose.
 */
final class SpeedSizing {
    private static final double FLOATING_POINT_OPERATIONS_PER_PARAMETER = 2;
    private static final double TERA = 1e12;
    private static final double GIGA = 1e9;

    private final Request request;
    private final LanguageModel model;
    private final MemorySizing memorySizing;
    private final Parameters parameters;

    SpeedSizing(Request request, LanguageModel model, MemorySizing memorySizing, Parameters parameters) {
        this.request = request;
        this.model = model;
        this.memorySizing = memorySizing;
        this.parameters = parameters;
    }

    Performance on(
            DeploymentOption option, Precision precision, ComputeMode mode, LatentCache latentCache, Memory memory) {
        Interval perUser = tokensPerSecondPerUser(option, latentCache, memory);
        return new Performance(
                perUser,
                perUser == null ? null : perUser.times(request.streams()),
                concurrentStreams(option, latentCache, memory),
                timeToFirstToken(option.accelerator(), option.devices(), precision, mode));
    }

    private @Nullable Interval tokensPerSecondPerUser(DeploymentOption option, LatentCache latentCache, Memory memory) {
        Double seconds = stepSeconds(option, latentCache, memory);
        return seconds == null ? null : spread(1 / seconds);
    }

    private @Nullable Double stepSeconds(DeploymentOption option, LatentCache latentCache, Memory memory) {
        Double bytes = bytesReadPerStep(memory);
        Double bandwidth = effectiveBytesPerSecond(option, latentCache, memory.spilled());
        if (bytes == null || bandwidth == null) {
            return null;
        }
        double layers = model.layers() * parameters.value(layerOverhead(option));
        return (layers + bytes / bandwidth) * networkFactor(option);
    }

    private String layerOverhead(DeploymentOption option) {
        boolean expertsOverManyDevices = model.mixtureOfExperts() && option.devices() > 1;
        return expertsOverManyDevices ? "performance/layer-seconds-moe" : "performance/layer-seconds-dense";
    }

    private @Nullable Double bytesReadPerStep(Memory memory) {
        Double touched = touchedShareOfWeights();
        Bytes weights = memory.weights();
        Bytes cache = memorySizing.cacheOfOneStream();
        if (touched == null || weights == null || cache == null) {
            return null;
        }
        return touched * weights.count() + (double) cache.count() * request.streams();
    }

    /** Which share of the weights one step of the whole batch reads: with many streams nearly every expert. */
    private @Nullable Double touchedShareOfWeights() {
        Long total = model.totalParameters();
        Long active = model.activeParameters();
        if (!model.mixtureOfExperts()) {
            return 1.0;
        }
        if (total == null || active == null) {
            return null;
        }
        double experts = model.routedExperts();
        double oneExpert = (total - active) / (experts - model.expertsPerToken());
        double shared = active - model.expertsPerToken() * oneExpert;
        double missed = Math.pow(1 - model.expertsPerToken() / experts, request.streams());
        return (shared + experts * oneExpert * (1 - missed)) / total;
    }

    /** Devices that hold a layer each read one after the other; otherwise all read at once. */
    private @Nullable Double effectiveBytesPerSecond(
            DeploymentOption option, LatentCache latentCache, boolean spilled) {
        if (spilled) {
            return parameters.value("performance/host-effective-gb-s") * GIGA;
        }
        Double bandwidth = option.accelerator().bandwidthGigabytesPerSecond();
        String efficiency = option.onCpu() ? "performance/cpu-efficiency" : "performance/bandwidth-efficiency";
        int readingAtOnce = latentCache == LatentCache.SPLIT_BY_LAYER ? 1 : option.devices();
        return bandwidth == null ? null : bandwidth * GIGA * readingAtOnce * parameters.value(efficiency);
    }

    private double networkFactor(DeploymentOption option) {
        if (option.nodes() <= 1) {
            return 1;
        }
        return parameters.value(
                option.network() == Network.RDMA ? "performance/rdma-step-factor" : "performance/ethernet-step-factor");
    }

    private @Nullable Interval concurrentStreams(DeploymentOption option, LatentCache latentCache, Memory memory) {
        Bytes weights = memory.weights();
        Bytes usable = memory.usable();
        Bytes cache = memorySizing.cacheOfOneStream();
        if (weights == null || usable == null || cache == null) {
            return null;
        }
        double free = usable.minus(weights).minus(memory.runtime()).count();
        double copies = memorySizing.cacheCopies(option.devices(), latentCache);
        double streams = Math.max(0, Math.floor(free / (cache.count() * copies)));
        return new Interval(streams, streams, streams);
    }

    private @Nullable Interval timeToFirstToken(
            Accelerator accelerator, int devices, Precision precision, ComputeMode mode) {
        Double teraflops = teraflops(accelerator, precision, mode);
        Long active = model.activeParameters() == null ? model.totalParameters() : model.activeParameters();
        if (teraflops == null || active == null) {
            return null;
        }
        double work = FLOATING_POINT_OPERATIONS_PER_PARAMETER * active * request.promptTokens();
        double rate = teraflops * TERA * devices * parameters.value("performance/prefill-efficiency");
        return spread(parameters.value("performance/prefill-base-seconds") + work / rate);
    }

    private static @Nullable Double teraflops(Accelerator accelerator, Precision precision, ComputeMode mode) {
        if (mode != ComputeMode.NATIVE) {
            return accelerator.fp16Teraflops();
        }
        return switch (precision) {
            case FP8 -> accelerator.fp8Teraflops();
            case INT8 -> accelerator.int8Teraops();
            case FP4 -> accelerator.fp4Teraflops();
            default -> accelerator.fp16Teraflops();
        };
    }

    private Interval spread(double likely) {
        return Interval.around(
                likely, parameters.value("performance/low-factor"), parameters.value("performance/high-factor"));
    }
}
