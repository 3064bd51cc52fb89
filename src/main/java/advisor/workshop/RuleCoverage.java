package advisor.workshop;

import advisor.rules.text.RuleDefinition;
import java.util.List;

/**
 * How well the scenarios try a rule.
 *
 * @param fired whether it fired on something
 * @param silent whether there was something on which it did not
 * @param conditions without the patterns that only name a type
 */
public record RuleCoverage(RuleDefinition rule, boolean fired, boolean silent, List<ConditionCoverage> conditions) {

    public boolean covered() {
        return fired && silent;
    }

    int coveredConditions() {
        return (int) conditions.stream().filter(ConditionCoverage::covered).count();
    }
}
