package advisor.cli.option;

import advisor.catalog.Catalog;
import advisor.request.MachineForm;
import advisor.request.Question;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The machine and the load that {@code advisor size --on} asks about. */
public final class MachineOptions {
    @Option(names = "--on", paramLabel = "ACCELERATOR", description = "Also memory and speed on this accelerator.")
    private @Nullable String accelerator;

    @Option(names = "--count", paramLabel = "N", description = "Accelerators in all; default: 1.")
    private @Nullable Integer count;

    @Option(names = "--nodes", paramLabel = "N", description = "Servers that hold them; default: 1.")
    private @Nullable Integer nodes;

    @Option(names = "--precision", paramLabel = "ID", description = "fp8, int4 …; default: as published.")
    private @Nullable String precision;

    @Option(names = "--engine", paramLabel = "ID", description = "sglang, vllm …; default: any that runs it.")
    private @Nullable String engine;

    @Mixin
    private final LoadOptions load = new LoadOptions();

    @Mixin
    private final EngineOptions started = new EngineOptions();

    /** The machine; {@code null} if none is asked about. */
    public @Nullable MachineForm machine() {
        return MachineForm.of(accelerator, count, nodes, precision, engine);
    }

    /**
     * What is asked of a model, under the load.
     *
     * @throws advisor.request.BadRequestException if a figure is not one
     */
    public Question question(String model, Catalog catalog) {
        Map<String, String> fields = new TreeMap<>(load.fields());
        fields.putAll(started.fields());
        fields.put("model", model);
        return RequestOptions.question(fields, catalog);
    }
}
