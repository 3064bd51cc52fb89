package advisor.catalog;

import advisor.catalog.yaml.Section;
import advisor.facts.machine.Accelerator;
import advisor.facts.machine.ComputeMode;
import advisor.facts.machine.Engine;
import advisor.facts.machine.Engine.Attending;
import advisor.facts.machine.Engine.Hardware;
import advisor.facts.machine.Engine.Refusal;
import advisor.facts.machine.Engine.Scope;
import advisor.facts.machine.Engine.Speculation;
import advisor.facts.machine.Engine.Support;
import advisor.facts.machine.EngineMemory;
import advisor.facts.machine.EngineRun;
import advisor.facts.machine.EngineSpeed;
import advisor.facts.machine.KeptFree;
import advisor.facts.machine.Parallelism;
import advisor.facts.machine.Workspace;
import advisor.facts.model.Precision;
import advisor.facts.model.Quantisation;
import advisor.facts.model.SparseAttention;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Period;
import advisor.text.NearestName;
import advisor.text.Text;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one file of {@code engines/}. */
final class EngineReader {
    private static final double BYTES_PER_MEBIBYTE = 1L << 20;

    private final Citations citations;
    private final Map<String, Accelerator> accelerators;
    private final Set<String> generations;

    EngineReader(Citations citations, Map<String, Accelerator> accelerators) {
        this.citations = citations;
        this.accelerators = accelerators;
        this.generations = accelerators.values().stream()
                .map(Accelerator::architecture)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Generations by name, written as those that have it write it. */
    private Set<String> architectures(Section section, String key) {
        Set<String> named = new TreeSet<>(section.texts(key));
        named.stream().filter(name -> !generations.contains(name)).forEach(name -> generations.stream()
                .filter(generation -> plain(generation).equals(plain(name)))
                .forEach(generation -> section.problem(
                        key,
                        new Text("No device of the catalog is of the generation (%s).", "目录中没有这一代（%s）的设备。").with(name),
                        new Text("Maybe %s?", "是否指 %s？").with(generation))));
        return named;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    }

    private boolean converts(Section section) {
        Section tool = section.optionalSection("converts");
        if (tool == null) {
            return false;
        }
        citations.read(tool, "source");
        tool.date("date");
        tool.done();
        return true;
    }

    Engine read(Section section) {
        Engine engine = new Engine(
                section.text("id"),
                section.localised("title"),
                parallelism(section),
                memory(section),
                speed(section),
                section.optionalText("most_streams"),
                speculation(section),
                converts(section),
                hardware(section),
                section.sections("supports").stream().map(this::support).toList(),
                section.sections("refuses").stream().map(this::refusal).toList(),
                section.sections("measured").stream().map(this::run).toList());
        section.localisedTexts("notes");
        section.done();
        return engine;
    }

    private Set<Parallelism> parallelism(Section section) {
        EnumSet<Parallelism> ways = EnumSet.noneOf(Parallelism.class);
        section.sections("parallelism").forEach(way -> ways.add(way(way)));
        return ways.isEmpty() ? EnumSet.of(Parallelism.TENSOR) : ways;
    }

    private Parallelism way(Section section) {
        Parallelism way = section.choice("way", Parallelism.class);
        cite(section);
        section.done();
        return way;
    }

    private @Nullable Speculation speculation(Section section) {
        Section value = section.optionalSection("speculation");
        if (value == null) {
            return null;
        }
        Speculation speculation = new Speculation(cite(value));
        value.done();
        return speculation;
    }

    private @Nullable EngineMemory memory(Section section) {
        Section value = section.optionalSection("memory");
        if (value == null) {
            return null;
        }
        Double reserved = value.optionalNumber("reserved_gb");
        Integer padded = value.optionalInteger("padded_experts");
        EngineMemory memory = new EngineMemory(
                value.number("usable_share"),
                reserved == null ? Bytes.ZERO : Bytes.ofGigabytes(reserved),
                keptFree(value),
                workspace(value),
                padded == null ? 1 : Math.max(1, padded),
                cite(value));
        value.done();
        return memory;
    }

    private @Nullable KeptFree keptFree(Section memory) {
        Section value = memory.optionalSection("kept_free");
        if (value == null) {
            return null;
        }
        KeptFree kept = new KeptFree(
                mebibytes(value, "fixed_mib"),
                mebibytes(value, "token_mib"),
                mebibytes(value, "sequence_mib"),
                mebibytes(value, "device_mib"),
                mebibytes(value, "sequence_and_group_mib"),
                mebibytes(value, "least_mib"),
                mebibytes(value, "above_mib"));
        value.done();
        return kept;
    }

    private @Nullable Workspace workspace(Section memory) {
        Section value = memory.optionalSection("workspace");
        if (value == null) {
            return null;
        }
        Workspace workspace = new Workspace(
                value.sections("batches").stream().map(this::batch).toList(),
                value.number("bytes_per_logit"),
                value.number("layer_copies"),
                mebibytes(value, "outside_mib"),
                mebibytes(value, "peer_mib"),
                mebibytes(value, "graphs_mib"),
                value.date("graphs_from"),
                value.integer("logs"),
                cite(value));
        value.done();
        if (workspace.batches().isEmpty()) {
            value.problem(
                    "batches",
                    new Text("The batches of the workspace are missing.", "workspace 缺少 batches。"),
                    Text.NONE);
            return null;
        }
        return workspace;
    }

    private Workspace.Batch batch(Section section) {
        LocalDate from = section.optionalDate("from");
        Workspace.Batch batch = new Workspace.Batch(
                mebibytes(section, "least_mib"),
                architectures(section, "except"),
                from == null ? LocalDate.MIN : from,
                section.integer("tokens"),
                section.integer("sequences"));
        section.done();
        return batch;
    }

    private static Bytes mebibytes(Section section, String key) {
        return new Bytes(Math.round(section.number(key) * BYTES_PER_MEBIBYTE));
    }

    private String cite(Section section) {
        section.date("date");
        section.optionalText("confidence");
        section.optionalLocalised("note");
        return citations.read(section, "source");
    }

    private @Nullable EngineSpeed speed(Section section) {
        Section value = section.optionalSection("speed");
        if (value == null) {
            return null;
        }
        value.date("date");
        value.optionalLocalised("note");
        Integer runs = value.optionalInteger("runs");
        EngineSpeed speed = new EngineSpeed(
                value.number("prefill_compute_share"),
                value.number("layer_seconds"),
                value.number("expert_layer_seconds"),
                value.number("stream_layer_seconds"),
                value.number("queue_share"),
                value.number("first_token_steps"),
                Set.copyOf(value.texts("undisclosed_speculation")),
                runs == null ? 0 : runs,
                citations.read(value, "source"));
        value.done();
        return speed;
    }

    private Hardware hardware(Section engine) {
        Section section = engine.optionalSection("hardware");
        if (section == null) {
            engine.problem(
                    "hardware",
                    new Text("The hardware of the engine is missing: what it is made for.", "引擎缺少 hardware：它面向哪些硬件。"),
                    Text.NONE);
            return new Hardware(Set.of(), false, Map.of(), "");
        }
        Hardware hardware = new Hardware(
                architectures(section, "architectures"),
                section.flag("host_memory", false),
                sparse(section),
                cite(section));
        section.done();
        return hardware;
    }

    private Map<SparseAttention, Attending> sparse(Section hardware) {
        Map<SparseAttention, Attending> kinds = new EnumMap<>(SparseAttention.class);
        for (SparseAttention kind : SparseAttention.values()) {
            Section section = hardware.optionalSection(kind.name().toLowerCase(Locale.ROOT) + "_attention");
            if (section != null) {
                kinds.put(kind, attending(section));
            }
        }
        return kinds;
    }

    private Attending attending(Section section) {
        Attending attending = new Attending(
                architectures(section, "architectures"),
                architectures(section, "refused"),
                architectures(section, "experimental"),
                cite(section));
        section.done();
        return attending;
    }

    private Support support(Section section) {
        section.optionalText("confidence");
        section.optionalText("as_printed");
        Support support = new Support(
                scope(section),
                section.choice("mode", ComputeMode.class),
                new Period(section.date("from"), section.optionalDate("to")),
                section.optionalText("version"),
                section.flag("undated", false),
                citations.read(section, "source"),
                section.optionalLocalised("note"));
        section.done();
        return support;
    }

    private Refusal refusal(Section section) {
        section.date("date");
        section.optionalText("confidence");
        Refusal refusal =
                new Refusal(scope(section), citations.read(section, "source"), section.optionalLocalised("note"));
        section.done();
        return refusal;
    }

    private Scope scope(Section section) {
        Set<String> devices = new TreeSet<>(section.texts("accelerators"));
        for (String device : devices) {
            if (!accelerators.containsKey(device)) {
                unknown(section, "accelerators", device);
            }
        }
        Set<String> architectures = architectures(section, "architectures");
        if (architectures.isEmpty() == devices.isEmpty()) {
            section.problem(
                    "architectures",
                    new Text(
                            "The entry must name either architectures or accelerators.",
                            "该条须在 architectures 与 accelerators 中恰好写一项。"),
                    Text.NONE);
        }
        return new Scope(
                architectures,
                devices,
                section.choice("precision", Precision.class),
                section.choice("models", Engine.Models.class),
                section.choices("schemes", Quantisation.Scheme.class));
    }

    private void unknown(Section section, String key, String device) {
        section.problem(
                key,
                new Text("The accelerator (%s) is not in the catalog.", "目录中没有加速卡（%s）。").with(device),
                NearestName.hintText(device, accelerators.keySet()));
    }

    private EngineRun run(Section section) {
        String device = section.text("accelerator");
        Accelerator accelerator = accelerators.get(device);
        if (accelerator == null) {
            unknown(section, "accelerator", device);
        }
        EngineRun run = new EngineRun(
                section.text("model"),
                section.text("family"),
                device,
                accelerator == null ? "" : accelerator.architecture(),
                accelerator == null ? "" : accelerator.vendor(),
                section.integer("devices"),
                section.choice("precision", Precision.class),
                section.text("layout"),
                section.integer("streams"),
                section.integer("prompt_tokens"),
                section.integer("output_tokens"),
                section.number("first_token_ms"),
                section.number("token_ms"),
                section.date("date"),
                citations.read(section, "source"));
        section.done();
        return run;
    }
}
