package advisor.advice;

import advisor.engine.trace.RuleTrace;
import java.util.List;
import java.util.Set;

/**
 * Why one option has its verdict, why it has no other, and what would change it.
 *
 * @param verdict on the candidate that is explained
 * @param rules the outcome of every rule for it
 * @param blockerSets the smallest sets of blockers that keep the option out, one for each way to run it
 * @param counterfactuals changes of the request that lift its stance, each proven by a run
 */
public record Explanation(
        Advice advice,
        OptionVerdict option,
        Verdict verdict,
        List<RuleTrace> rules,
        List<Set<String>> blockerSets,
        List<Counterfactual> counterfactuals) {}
