package advisor.advice;

import advisor.facts.offer.DeploymentOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The judgement on one option: that of its best candidate, with the others as variants.
 *
 * @param rank place in the order of all options, from 1
 * @param variants the option's other number formats, best first
 */
public record OptionVerdict(int rank, Verdict best, List<Verdict> variants) {
    public DeploymentOption option() {
        return best.candidate().option();
    }

    public Stance stance() {
        return best.stance();
    }

    /** What bars the option and is merely reported, so that it is told for information only. */
    public Optional<Reason> reportedBar() {
        return best.reportedBar();
    }

    /** The verdicts on all its formats, best first. */
    public List<Verdict> all() {
        return Stream.concat(Stream.of(best), variants.stream()).toList();
    }
}
