package advisor.sizing.model;

import advisor.facts.model.Checkpoint;
import advisor.facts.model.LanguageModel;
import advisor.facts.model.ModelFacts;
import advisor.facts.model.ModelSize;
import advisor.facts.model.Precision;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Unknown;
import advisor.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a language model of what was derived from its files. */
final class DerivedModel {
    private DerivedModel() {}

    static LanguageModel of(ModelFacts facts, ModelSize size) {
        Precision precision = size.precision();
        return new LanguageModel(
                facts.id(),
                new Text(facts.id(), facts.id()),
                null,
                precision == null ? Precision.BF16 : precision,
                size.totalParameters(),
                size.activeParameters(),
                size.multiTokenPredictionParameters(),
                size.layers(),
                size.routedExperts(),
                size.expertsPerToken(),
                size.attention(),
                size.contextTokens(),
                checkpoints(facts, precision, size.checkpoint()),
                List.of(),
                List.of(),
                List.of(),
                facts,
                precision == null ? withAssumedPrecision(size.unknown()) : size.unknown(),
                null,
                false);
    }

    static LanguageModel completed(LanguageModel model, ModelSize size) {
        return new LanguageModel(
                model.id(),
                model.title(),
                model.released(),
                model.nativePrecision(),
                size.totalParameters(),
                size.activeParameters(),
                size.multiTokenPredictionParameters(),
                size.layers(),
                size.routedExperts(),
                size.expertsPerToken(),
                size.attention(),
                model.contextTokens(),
                withOwn(model, size.checkpoint()),
                model.files(),
                model.figures(),
                model.notes(),
                model.facts(),
                model.unknown(),
                model.licence(),
                model.alwaysThinks());
    }

    private static List<Checkpoint> withOwn(LanguageModel model, @Nullable Bytes bytes) {
        Precision precision = model.nativePrecision();
        if (bytes == null || model.checkpoint(precision).isPresent()) {
            return model.checkpoints();
        }
        List<Checkpoint> all = new ArrayList<>(model.checkpoints());
        all.add(new Checkpoint(precision, bytes, model.id()));
        return all;
    }

    /** The published bytes; those of a format without a name here belong to no candidate. */
    private static List<Checkpoint> checkpoints(
            ModelFacts facts, @Nullable Precision precision, @Nullable Bytes bytes) {
        return precision == null || bytes == null ? List.of() : List.of(new Checkpoint(precision, bytes, facts.id()));
    }

    private static List<Unknown> withAssumedPrecision(List<Unknown> unknown) {
        List<Unknown> all = new ArrayList<>(unknown);
        all.add(new Unknown("checkpoint.precision", new Text("options are judged as if it were BF16", "各方案按 BF16 评估")));
        return all;
    }
}
