package advisor.sizing.speed;

import advisor.facts.Memory;
import advisor.facts.Performance;
import advisor.facts.Plan;
import advisor.facts.Request;
import advisor.facts.machine.Engine;
import advisor.facts.model.LanguageModel;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Parameters;
import org.jspecify.annotations.Nullable;

/** How fast a candidate is, and how many streams it holds. */
public final class SpeedSizing {
    private final HostSpeed hostSpeed;
    private final ServingSpeed servingSpeed;

    public SpeedSizing(Request request, LanguageModel published, Parameters parameters) {
        LanguageModel model = published.withCacheValuesOf(request.kvFormat().bytes());
        this.hostSpeed = new HostSpeed(request, model, parameters);
        this.servingSpeed = new ServingSpeed(request, model, parameters);
    }

    private SpeedSizing(HostSpeed hostSpeed, ServingSpeed servingSpeed) {
        this.hostSpeed = hostSpeed;
        this.servingSpeed = servingSpeed;
    }

    /** The same model under another load. */
    public SpeedSizing under(Request load) {
        return new SpeedSizing(hostSpeed.under(load), servingSpeed.under(load));
    }

    /** @param engine that runs the plan; {@code null} if none is known to */
    public Performance on(DeploymentOption option, Plan plan, @Nullable Engine engine, Memory memory) {
        Long held = memory.streams();
        Interval streams = held == null ? null : Interval.exactly(held);
        return HostSpeed.covers(option, engine, memory)
                ? hostSpeed.on(option, plan.precision(), memory, streams)
                : servingSpeed.on(option, plan, engine, memory, streams);
    }
}
