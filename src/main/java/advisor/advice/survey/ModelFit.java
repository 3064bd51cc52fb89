package advisor.advice.survey;

import advisor.advice.OptionVerdict;
import advisor.advice.Verdict;
import advisor.facts.model.LanguageModel;
import java.util.List;

/** A model on a machine that is there already: the best way of running it there. */
public record ModelFit(LanguageModel model, OptionVerdict verdict) {

    /** Whether each stream is likely as fast as is wished. */
    public boolean fastEnough() {
        return verdict.best().candidate().plan().fastEnough();
    }

    /** The formats in which it works, best first. */
    public List<Verdict> formats() {
        return verdict.all().stream().filter(format -> format.stance().viable()).toList();
    }

    /** Whether it can be had at the load, as far as is known. */
    public boolean works() {
        return verdict.stance().viable();
    }
}
