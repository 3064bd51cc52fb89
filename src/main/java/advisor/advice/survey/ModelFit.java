package advisor.advice.survey;

import advisor.advice.OptionVerdict;
import advisor.advice.Reason;
import advisor.advice.Stance;
import advisor.advice.Verdict;
import advisor.facts.machine.ComputeMode;
import advisor.facts.model.LanguageModel;
import java.util.List;

/** A model on a machine that is there already: the best way of running it there. */
public record ModelFit(LanguageModel model, OptionVerdict verdict) {
    /** Whether each stream is likely as fast as is wished. */
    public boolean fastEnough() {
        return shown().candidate().plan().fastEnough();
    }

    /** The best of the formats in which it works; the best of all where it works in none. */
    public Verdict shown() {
        return formats().stream().findFirst().orElse(verdict.best());
    }

    /** The formats in which it works, best first. */
    public List<Verdict> formats() {
        return verdict.all().stream().filter(ModelFit::runs).toList();
    }

    /** Whether it can be had at the load, as far as is known. */
    public boolean works() {
        return verdict.all().stream().anyMatch(ModelFit::runs);
    }

    /** Whether too little is known of the machine to say. */
    public boolean open() {
        return !works() && verdict.stance() == Stance.UNDECIDED;
    }

    /** The format of which it is said why it does not work: the published one rather than its weights held wider. */
    public Verdict failing() {
        Verdict best = verdict.best();
        return best.candidate().plan().mode() != ComputeMode.UPCAST
                ? best
                : verdict.all().stream()
                        .filter(format -> format.candidate().precision() == model.nativePrecision())
                        .findFirst()
                        .orElse(best);
    }

    /** What keeps it from running, or leaves that open: whatever is not known of its cost does not. */
    public List<Reason> obstacles() {
        return failing().obstacles().stream()
                .filter(reason -> !reason.isOfMoney())
                .toList();
    }

    /** Whether it runs at the load, whatever is known of its cost. */
    private static boolean runs(Verdict format) {
        return format.stance().viable()
                || format.stance() == Stance.UNDECIDED
                        && format.obstacles().stream().allMatch(Reason::isOfMoney);
    }
}
