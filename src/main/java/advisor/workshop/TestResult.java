package advisor.workshop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a scenario.
 *
 * @param changed rules that speak otherwise than without the upper folders, where these change what a scenario of the
 *     lowest expects; {@code null} if they do not
 */
public record TestResult(Scenario scenario, List<TestFailure> failures, @Nullable List<LayerChange> changed) {
    /** Whether nobody need be alarmed: what own rules change is meant to change. */
    public boolean passed() {
        return failures.isEmpty() || changed != null;
    }

    /**
     * A rule that says something else.
     *
     * @param place where it stands, or stood if it is gone
     * @param before its points; {@code null} if it was silent
     * @param after its points; {@code null} if it is silent
     */
    public record LayerChange(String rule, String place, @Nullable Integer before, @Nullable Integer after) {}
}
