package advisor.facts;

import advisor.facts.machine.ComputeMode;
import advisor.facts.model.Precision;
import org.jspecify.annotations.Nullable;

/**
 * How a candidate would run: number format, engine, and spread over which devices. No engine is known for UNSUPPORTED.
 */
public record Plan(
        Precision precision,
        ComputeMode mode,
        @Nullable String engine,
        @Nullable String source,
        Layout layout,
        int nodes) {

    public int devices() {
        return layout.devices();
    }

    public Plan with(Layout other) {
        return new Plan(precision, mode, engine, source, other, nodes);
    }

    public String engineName() {
        return engine == null ? "-" : engine;
    }
}
