package advisor.sizing;

import advisor.model.DeploymentOption;
import advisor.model.Engine;
import advisor.model.Interval;
import advisor.model.LanguageModel;
import advisor.model.Memory;
import advisor.model.Parameters;
import advisor.model.Performance;
import advisor.model.Plan;
import advisor.model.Request;
import org.jspecify.annotations.Nullable;

/** How fast a candidate is, and how many streams it holds. */
final class SpeedSizing {
    private final HostSpeed hostSpeed;
    private final ServingSpeed servingSpeed;

    SpeedSizing(Request request, LanguageModel model, Parameters parameters) {
        this(new HostSpeed(request, model, parameters), new ServingSpeed(request, model, parameters));
    }

    private SpeedSizing(HostSpeed hostSpeed, ServingSpeed servingSpeed) {
        this.hostSpeed = hostSpeed;
        this.servingSpeed = servingSpeed;
    }

    /** The same model under another load. */
    SpeedSizing under(Request load) {
        return new SpeedSizing(hostSpeed.under(load), servingSpeed.under(load));
    }

    /** @param engine that runs the plan; {@code null} if none is known to */
    Performance on(DeploymentOption option, Plan plan, @Nullable Engine engine, Memory memory) {
        Long held = memory.streams();
        Interval streams = held == null ? null : Interval.exactly(held);
        return HostSpeed.covers(option, engine, memory)
                ? hostSpeed.on(option, memory, streams)
                : servingSpeed.on(option, plan, engine == null ? null : engine.speed(), memory, streams);
    }
}
