package advisor.workshop;

import advisor.rules.explain.ConditionTrace;
import java.util.List;

/**
 * What a scenario expected and did not get.
 *
 * @param conditions those of the rule in question that explain it
 */
public record TestFailure(String message, List<ConditionTrace> conditions) {
    static TestFailure of(String message) {
        return new TestFailure(message, List.of());
    }
}
