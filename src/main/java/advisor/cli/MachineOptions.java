package advisor.cli;

import advisor.advice.MachineForm;
import advisor.advice.RequestForm;
import advisor.model.Request;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The machine and the load that {@code advisor size --on} asks about. */
final class MachineOptions {
    @Option(names = "--on", paramLabel = "ACCELERATOR", description = "Also memory and speed on this accelerator.")
    private @Nullable String accelerator;

    @Option(names = "--count", paramLabel = "N", description = "Accelerators in all; default: 1.")
    private int count = 1;

    @Option(names = "--nodes", paramLabel = "N", description = "Servers that hold them; default: 1.")
    private int nodes = 1;

    @Option(names = "--precision", paramLabel = "ID", description = "fp8, int4 …; default: as published.")
    private @Nullable String precision;

    @Option(names = "--engine", paramLabel = "ID", description = "sglang, vllm …; default: any that runs it.")
    private @Nullable String engine;

    @Option(names = "--streams", paramLabel = "N", description = "Answers generated at the same time; default: 16.")
    private @Nullable String streams;

    @Option(names = "--prompt-tokens", paramLabel = "N", description = "Tokens of a prompt; default: 4096.")
    private @Nullable String promptTokens;

    @Option(names = "--output-tokens", paramLabel = "N", description = "Tokens of an answer; default: 1024.")
    private @Nullable String outputTokens;

    /** The machine; {@code null} if none is asked about. */
    @Nullable MachineForm machine() {
        return accelerator == null ? null : new MachineForm(accelerator, count, nodes, precision, engine);
    }

    /** @throws advisor.advice.BadRequestException if a figure is not one */
    Request load(String model) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("model", model);
        put(fields, "streams", streams);
        put(fields, "prompt-tokens", promptTokens);
        put(fields, "output-tokens", outputTokens);
        return new RequestForm(fields).request(LocalDate.now(ZoneOffset.UTC));
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
