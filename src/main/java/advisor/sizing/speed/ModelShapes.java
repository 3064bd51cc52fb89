package advisor.sizing.speed;

import advisor.facts.model.LanguageModel;
import advisor.facts.model.ModelConfig;
import advisor.facts.model.ModelFacts;
import advisor.facts.unit.Bytes;
import advisor.sizing.model.Layers;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the speed model needs of a language model. */
final class ModelShapes {
    private final LanguageModel model;
    private final int expertLayers;

    ModelShapes(LanguageModel model) {
        this.model = model;
        this.expertLayers =
                model.facts() == null ? 0 : expertLayers(model, model.facts().config());
    }

    /** The shape with so large weights; {@code null} if the model's configuration does not say enough. */
    @Nullable ModelShape of(Bytes weights, double cacheBytesPerToken) {
        ModelFacts facts = model.facts();
        Long total = model.totalParameters();
        Long active = model.mixtureOfExperts() || model.activeParameters() != null ? model.activeParameters() : total;
        Integer hidden = facts == null ? null : facts.config().hiddenSize();
        AttentionWork attention = AttentionWork.of(model);
        if (facts == null
                || total == null
                || active == null
                || hidden == null
                || attention == null
                || model.layers() == 0
                || model.lacksExperts()
                || model.mixtureOfExperts() != facts.config().experts().mixture()) {
            return null;
        }
        return new ModelShape(
                model.layers(),
                expertLayers,
                total,
                active,
                model.routedExperts(),
                model.expertsPerToken(),
                cacheBytesPerToken,
                model.attention(),
                hidden,
                attention,
                weights.count());
    }

    private static int expertLayers(LanguageModel model, ModelConfig config) {
        return model.mixtureOfExperts()
                ? (int) IntStream.range(0, model.layers())
                        .filter(layer -> Layers.hasExperts(config, layer))
                        .count()
                : 0;
    }
}
