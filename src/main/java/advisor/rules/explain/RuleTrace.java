package advisor.rules.explain;

import advisor.rules.text.RuleDefinition;
import java.util.List;

/** What became of a rule for one candidate, with every condition. */
public record RuleTrace(RuleDefinition rule, Outcome outcome, List<ConditionTrace> conditions) {

    /** Constraints that do not hold; those inside a {@code not} or {@code exists} stand for it. */
    public List<ConditionTrace> failing() {
        return conditions.stream()
                .filter(ConditionTrace::fails)
                .filter(trace -> trace.condition().within() == null)
                .filter(trace -> trace.condition().kind() != RuleCondition.Kind.PATTERN || trace.searched() == 0)
                .toList();
    }

    /** Whether exactly one condition on the candidate keeps it from firing. */
    public boolean oneConditionShort() {
        return outcome == Outcome.NOT_FIRED && failing().size() == 1;
    }

    /** Whether that one compares a figure: with a little more or less of it the rule would fire. */
    public boolean nearMiss() {
        return oneConditionShort()
                && failing().stream()
                        .anyMatch(trace -> trace.condition().expression().isOrdered());
    }
}
