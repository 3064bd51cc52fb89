package advisor.workshop;

import advisor.rules.explain.RuleCondition;

/** Whether a condition was seen true and seen false. */
public record ConditionCoverage(RuleCondition condition, boolean seenTrue, boolean seenFalse) {
    public boolean covered() {
        return seenTrue && seenFalse;
    }
}
