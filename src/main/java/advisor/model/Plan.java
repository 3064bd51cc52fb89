package advisor.model;

import org.jspecify.annotations.Nullable;

/** How a candidate would run: number format, engine, and on how many devices. No engine is known for UNSUPPORTED. */
public record Plan(
        Precision precision,
        ComputeMode mode,
        @Nullable String engine,
        @Nullable String source,
        int devices,
        int nodes) {

    public String engineName() {
        return engine == null ? "-" : engine;
    }
}
