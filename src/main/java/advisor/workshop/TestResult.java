package advisor.workshop;

import java.util.List;

/** What came of a scenario. */
public record TestResult(Scenario scenario, List<TestFailure> failures) {
    public boolean passed() {
        return failures.isEmpty();
    }
}
