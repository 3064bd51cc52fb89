package advisor.catalog;

import advisor.catalog.modelfile.ConfigReader;
import advisor.catalog.yaml.Section;
import advisor.catalog.yaml.YamlNode.Mapping;
import advisor.facts.model.Attention;
import advisor.facts.model.Checkpoint;
import advisor.facts.model.LanguageModel;
import advisor.facts.model.LayerSpan;
import advisor.facts.model.Licence;
import advisor.facts.model.ModelFacts;
import advisor.facts.model.Precision;
import advisor.facts.model.WeightFiles;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Confidence;
import advisor.text.Text;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one file of {@code models/}. */
final class ModelReader {
    private final Citations citations;
    private final SubstituteReader substitutes;
    private final Twins twins;

    ModelReader(Citations citations, SubstituteReader substitutes, Twins twins) {
        this.citations = citations;
        this.substitutes = substitutes;
        this.twins = twins;
    }

    LanguageModel read(Section section) {
        section.optionalText("developer");
        substitutes.read(section);
        twins.read(section);
        FigureReader context = new FigureReader(section, citations);
        Long contextTokens = context.whole("context_tokens");
        Section parameters = section.optionalSection("parameters");
        FigureReader counts = new FigureReader(parameters == null ? section : parameters, citations);
        Section experts = section.optionalSection("experts");
        LanguageModel model = new LanguageModel(
                section.text("id"),
                section.localised("title"),
                section.optionalDate("released"),
                section.choice("native_precision", Precision.class),
                counts.whole("total"),
                counts.whole("active"),
                counts.whole("multi_token_prediction"),
                section.integer("layers"),
                experts == null ? 0 : experts.integer("routed"),
                experts == null ? 0 : experts.integer("per_token"),
                attention(section),
                contextTokens == null ? null : Math.toIntExact(contextTokens),
                checkpoints(section),
                files(section),
                counts.figures(),
                section.localisedTexts("notes"),
                facts(section),
                List.of(),
                licence(section),
                section.flag("always_thinks", false));
        finish(section, parameters);
        finish(section, experts);
        section.done();
        return model;
    }

    private @Nullable Licence licence(Section section) {
        Section licence = section.optionalSection("licence");
        if (licence == null) {
            return null;
        }
        List<String> closedTo = licence.texts("closed_to");
        Plausible.countries(licence, "closed_to", closedTo);
        Licence read = new Licence(
                licence.localised("name"),
                new LinkedHashSet<>(closedTo),
                licence.flag("commercial_by_permission", false),
                licence.optionalLong("most_users"),
                citations.read(licence, "source"),
                licence.choice("confidence", Confidence.class),
                licence.optionalLocalised("note"));
        licence.done();
        return read;
    }

    /** The configuration as published; its fields are named there and not here, so unknown ones are left alone. */
    private @Nullable ModelFacts facts(Section section) {
        Section config = section.optionalSection("config");
        Mapping fields = section.optionalMapping("config");
        if (config == null || fields == null) {
            return null;
        }
        citations.read(config, "source");
        config.date("date");
        return ModelFacts.of(section.text("id"), ConfigReader.read(fields, null, section.problems()));
    }

    private static void finish(Section owner, @Nullable Section part) {
        if (part != null && part != owner) {
            part.done();
        }
    }

    private Attention attention(Section section) {
        Section attention = section.optionalSection("attention");
        if (attention == null) {
            section.problem(
                    "attention",
                    new Text("The attention of the model is missing.", "模型缺少 attention。"),
                    new Text("Maybe kind: unknown?", "可写 kind: unknown？"));
            return new Attention.Unknown(0);
        }
        citations.read(attention, "source");
        attention.date("date");
        attention.optionalLocalised("note");
        attention.optionalInteger("linear_layers");
        Attention read = scheme(attention);
        attention.done();
        return read;
    }

    /** What belongs to another scheme is left alone. */
    private static Attention scheme(Section section) {
        int heads = count(section, "heads");
        LayerSpan span = new LayerSpan(
                count(section, "full_layers"), count(section, "sliding_layers"), count(section, "sliding_window"));
        Attention latent =
                new Attention.Latent(heads, count(section, "kv_lora_rank"), count(section, "rope_head_dim"), span);
        Attention grouped = new Attention.Grouped(heads, count(section, "kv_heads"), count(section, "head_dim"), span);
        return switch (section.choice("kind", Attention.Kind.class)) {
            case MLA -> latent;
            case GQA -> grouped;
            case UNKNOWN -> new Attention.Unknown(heads);
        };
    }

    private static int count(Section section, String key) {
        Integer value = section.optionalInteger(key);
        return value == null ? 0 : value;
    }

    private List<WeightFiles> files(Section section) {
        return section.sections("files").stream().map(this::weightFiles).toList();
    }

    private WeightFiles weightFiles(Section section) {
        section.date("date");
        section.optionalLocalised("note");
        WeightFiles files = new WeightFiles(
                section.choice("precision", Precision.class),
                section.text("repository"),
                new LinkedHashSet<>(section.texts("engines")),
                citations.read(section, "source"));
        section.done();
        return files;
    }

    private List<Checkpoint> checkpoints(Section section) {
        return section.sections("checkpoints").stream().map(this::checkpoint).toList();
    }

    private Checkpoint checkpoint(Section section) {
        Long bytes = section.optionalLong("bytes");
        section.date("date");
        section.optionalText("as_printed");
        section.optionalText("confidence");
        section.optionalLocalised("note");
        Checkpoint checkpoint = new Checkpoint(
                section.choice("precision", Precision.class),
                new Bytes(bytes == null ? 0 : bytes),
                citations.read(section, "source"));
        if (bytes == null && !section.has("bytes")) {
            section.problem("bytes", new Text("The bytes of a checkpoint are missing.", "检查点缺少 bytes。"), Text.NONE);
        }
        section.done();
        return checkpoint;
    }
}
