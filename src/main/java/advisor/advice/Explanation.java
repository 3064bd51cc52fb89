package advisor.advice;

import advisor.engine.trace.RuleTrace;
import advisor.model.Formula;
import advisor.model.MemoryPart;
import advisor.model.Source;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Why one option has its verdict, why it has no other, and what would change it.
 *
 * @param verdict on the candidate that is explained
 * @param rules the outcome of every rule for it
 * @param memory how each line of its memory that is known was calculated
 * @param open what would have to be known to decide
 * @param sources all that can be cited, by id
 * @param blockerSets the smallest sets of blockers each of which keeps the option out; none if it is not rejected
 * @param counterfactuals changes of request or offer that lift its stance, each proven by a run
 * @param lifters who could lift each blocker, by the id of its rule
 * @param cutOff whether pairs of changes were left untried
 */
public record Explanation(
        Advice advice,
        OptionVerdict option,
        Verdict verdict,
        List<RuleTrace> rules,
        Map<MemoryPart, Formula> memory,
        List<OpenPoint> open,
        Map<String, Source> sources,
        List<Set<String>> blockerSets,
        List<Counterfactual> counterfactuals,
        Map<String, Lifter> lifters,
        boolean cutOff) {}
