package advisor.sizing;

import advisor.model.Bytes;
import advisor.model.DeploymentOption;
import advisor.model.Interval;
import advisor.model.LanguageModel;
import advisor.model.LatentCache;
import advisor.model.Memory;
import advisor.model.Parameters;
import advisor.model.Performance;
import advisor.model.Request;
import org.jspecify.annotations.Nullable;

/** How fast a candidate is, and how many streams it holds. */
final class SpeedSizing {
    private final MemorySizing memorySizing;
    private final HostSpeed hostSpeed;
    private final ServingSpeed servingSpeed;

    SpeedSizing(Request request, LanguageModel model, MemorySizing memorySizing, Parameters parameters) {
        this.memorySizing = memorySizing;
        this.hostSpeed = new HostSpeed(request, model, memorySizing, parameters);
        this.servingSpeed = new ServingSpeed(request, model, memorySizing, parameters);
    }

    Performance on(DeploymentOption option, PlanChoice.Choice choice, Memory memory) {
        Interval streams = concurrentStreams(option, choice.latentCache(), memory);
        return HostSpeed.covers(option, choice.latentCache(), memory)
                ? hostSpeed.on(option, memory, streams)
                : servingSpeed.on(option, choice.plan(), choice.speed(), memory, streams);
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
}
