package advisor.advice.survey;

import advisor.facts.model.LanguageModel;
import advisor.facts.model.ModelFacts;
import advisor.facts.model.ModelSize;
import advisor.facts.unit.Sized;
import advisor.sizing.model.ModelSizing;

/** Estimates models, catalogued or described by their files. */
public final class Estimator {
    private final int contextTokens;

    /** @param contextTokens tokens that one stream holds */
    public Estimator(int contextTokens) {
        this.contextTokens = contextTokens;
    }

    public Estimate estimate(LanguageModel model) {
        return of(ModelSizing.of(model));
    }

    public Estimate estimate(ModelFacts facts) {
        return of(ModelSizing.of(facts));
    }

    private Estimate of(ModelSize size) {
        Sized cache = size.attention().cache(contextTokens);
        return new Estimate(
                size, contextTokens, size.attention().bytesPerToken(), cache == null ? null : cache.bytes());
    }
}
