package advisor.sizing.memory;

import advisor.facts.Layout;
import advisor.facts.Plan;
import advisor.facts.machine.EngineMemory;
import advisor.facts.model.Precision;
import org.jspecify.annotations.Nullable;

/**
 * A format in a layout, by an engine.
 *
 * @param engine what the engine leaves to the model; {@code null} if nothing is known of it
 * @param speculates whether the module is loaded that guesses tokens ahead
 */
public record Loading(Precision precision, Layout layout, @Nullable EngineMemory engine, boolean speculates) {
    public static Loading of(Plan plan, @Nullable EngineMemory engine) {
        return new Loading(plan.precision(), plan.layout(), engine, plan.speculativeTokens() > 0);
    }

    Loading in(Layout other) {
        return new Loading(precision, other, engine, speculates);
    }
}
