package advisor.workshop;

import advisor.catalog.Scenario;
import java.util.List;

/** What came of a scenario. */
public record TestResult(Scenario scenario, List<TestFailure> failures) {
    public boolean passed() {
        return failures.isEmpty();
    }
}
