package advisor.workshop;

import advisor.rules.text.Check;
import advisor.workshop.LintFile.Level;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What stands beside rules to try them by.
 *
 * @param levels how seriously a check is taken, by its id
 */
public record TestBench(List<Scenario> scenarios, SortedMap<String, Level> levels) {
    public TestBench {
        scenarios = List.copyOf(scenarios);
        levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
    }

    /**
     * Reads what a rules folder holds of it.
     *
     * @throws advisor.text.LoadException with every problem of the scenarios or of the levels
     */
    public static TestBench read(Path rules) {
        return new TestBench(ScenarioFiles.read(rules), levels(rules));
    }

    /** The same levels, and nothing to run. */
    public TestBench withoutScenarios() {
        return new TestBench(List.of(), levels);
    }

    static SortedMap<String, Level> levels(Path rules) {
        return LintFile.read(rules, Arrays.stream(Check.values()).map(Check::id).toList());
    }
}
