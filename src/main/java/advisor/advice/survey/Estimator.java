package advisor.advice.survey;

import advisor.facts.model.LanguageModel;
import advisor.facts.model.ModelFacts;
import advisor.facts.model.ModelSize;
import advisor.facts.unit.Sized;
import advisor.sizing.model.ModelSizing;
import org.jspecify.annotations.Nullable;

/** Estimates models, catalogued or described by their files. */
public final class Estimator {
    private final int contextTokens;

    /** @param contextTokens tokens that one stream holds */
    public Estimator(int contextTokens) {
        this.contextTokens = contextTokens;
    }

    public Estimate estimate(LanguageModel model) {
        return of(ModelSizing.of(model), model.facts());
    }

    public Estimate estimate(ModelFacts facts) {
        return of(ModelSizing.of(facts), facts);
    }

    private Estimate of(ModelSize size, @Nullable ModelFacts facts) {
        Sized cache = size.attention().cache(contextTokens);
        return new Estimate(
                size,
                contextTokens,
                size.attention().bytesPerToken(),
                cache == null ? null : cache.bytes(),
                Provenances.of(size, facts));
    }
}
