package advisor.workshop;

import advisor.rules.text.Check;
import advisor.text.Layers;
import advisor.workshop.LintFile.Level;
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
     * Reads what rules folders hold of it.
     *
     * @throws advisor.text.LoadException with every problem of the scenarios or of the levels
     */
    public static TestBench read(Layers rules) {
        return new TestBench(ScenarioFiles.read(rules), levels(rules));
    }

    /** The same levels, and nothing to run. */
    public TestBench withoutScenarios() {
        return new TestBench(List.of(), levels);
    }

    static SortedMap<String, Level> levels(Layers rules) {
        List<String> checks = Arrays.stream(Check.values()).map(Check::id).toList();
        SortedMap<String, Level> levels = new TreeMap<>();
        rules.all().forEach(layer -> levels.putAll(LintFile.read(layer, checks)));
        return levels;
    }
}
