package advisor.advice.survey;

import advisor.advice.OptionVerdict;
import advisor.facts.model.LanguageModel;

/** A model on a machine that is there already: the best way of running it there. */
public record ModelFit(LanguageModel model, OptionVerdict verdict) {

    /** Whether it can be had at the load, as far as is known. */
    public boolean works() {
        return verdict.stance().viable();
    }
}
