package advisor.catalog;

import advisor.model.Architecture;
import advisor.model.ComputeMode;
import advisor.model.Engine;
import advisor.model.Engine.Support;
import advisor.model.EngineSpeed;
import advisor.model.LatentCache;
import advisor.model.Period;
import advisor.model.Precision;
import org.jspecify.annotations.Nullable;

/** Reads one file of {@code engines/}. */
final class EngineReader {
    private final Citations citations;

    EngineReader(Citations citations) {
        this.citations = citations;
    }

    Engine read(Section section) {
        Engine engine = new Engine(
                section.text("id"),
                section.localised("title"),
                latentCache(section),
                speed(section),
                section.sections("supports").stream().map(this::support).toList());
        section.localisedTexts("notes");
        section.done();
        return engine;
    }

    private LatentCache latentCache(Section section) {
        Section value = section.optionalSection("latent_cache");
        if (value == null) {
            return LatentCache.REPLICATED;
        }
        LatentCache cache = value.choice("value", LatentCache.class);
        citations.read(value, "source");
        value.date("date");
        value.optionalText("confidence");
        value.optionalLocalised("note");
        value.done();
        return cache;
    }

    private @Nullable EngineSpeed speed(Section section) {
        Section value = section.optionalSection("speed");
        if (value == null) {
            return null;
        }
        value.date("date");
        value.optionalLocalised("note");
        EngineSpeed speed = new EngineSpeed(
                value.choices("measured_on", Architecture.class),
                value.number("prefill_compute_share"),
                value.number("layer_seconds"),
                value.number("expert_layer_seconds"),
                value.number("stream_seconds"),
                value.number("queue_share"),
                value.number("first_token_seconds"),
                citations.read(value, "source"));
        value.done();
        return speed;
    }

    private Support support(Section section) {
        section.optionalText("confidence");
        section.optionalText("as_printed");
        Support support = new Support(
                section.choices("architectures", Architecture.class),
                section.choice("precision", Precision.class),
                section.choice("mode", ComputeMode.class),
                section.choice("models", Engine.Models.class, Engine.Models.ANY),
                new Period(section.date("from"), section.optionalDate("to")),
                citations.read(section, "source"),
                section.optionalLocalised("note"));
        section.done();
        return support;
    }
}
