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
        this.hostSpeed = new HostSpeed(request, model, memorySizing, parameters);
        this.servingSpeed = new ServingSpeed(request, model, memorySizing, parameters);
    }

    Performance on(DeploymentOption option, PlanChoice.Choice choice, Memory memory) {
        Long held = memory.streams();
        Interval streams = held == null ? null : Interval.exactly(held);
        return HostSpeed.covers(option, choice, memory)
                ? hostSpeed.on(option, memory, streams)
                : servingSpeed.on(option, choice.plan(), choice.speed(), memory, streams);
    }
}
