package advisor.sizing;

import advisor.model.DeploymentOption;
import advisor.model.Interval;
import advisor.model.LanguageModel;
import advisor.model.Memory;
import advisor.model.Parameters;
import advisor.model.Performance;
import advisor.model.Request;

/** How fast a candidate is, and how many streams it holds. */
final class SpeedSizing {
    private final HostSpeed hostSpeed;
    private final ServingSpeed servingSpeed;

    SpeedSizing(Request request, LanguageModel model, MemorySizing memorySizing, Parameters parameters) {
        this(
                new HostSpeed(request, model, memorySizing, parameters),
                new ServingSpeed(request, model, memorySizing, parameters));
    }

    private SpeedSizing(HostSpeed hostSpeed, ServingSpeed servingSpeed) {
        this.hostSpeed = hostSpeed;
        this.servingSpeed = servingSpeed;
    }

    /** The same model under another load. */
    SpeedSizing under(Request load, MemorySizing memoryUnderLoad) {
        return new SpeedSizing(hostSpeed.under(load, memoryUnderLoad), servingSpeed.under(load, memoryUnderLoad));
    }

    Performance on(DeploymentOption option, PlanChoice.Choice choice, Memory memory) {
        Long held = memory.streams();
        Interval streams = held == null ? null : Interval.exactly(held);
        return HostSpeed.covers(option, choice, memory)
                ? hostSpeed.on(option, memory, streams)
                : servingSpeed.on(option, choice.plan(), choice.speed(), memory, streams);
    }
}
