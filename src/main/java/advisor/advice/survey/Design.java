package advisor.advice.survey;

import advisor.advice.Factor;
import advisor.facts.unit.Level;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Taguchi's orthogonal array L18 without its two-level column: eighteen runs in which seven factors stand at three
 * levels each, such that any two factors meet in every pair of levels equally often.
 */
public final class Design {
    private static final String[] ROWS = {
        "0000000", "0111111", "0222222", "1001122", "1112200", "1220011",
        "2010212", "2121020", "2202101", "0022110", "0100221", "0211002",
        "1012021", "1120102", "1201210", "2021201", "2102012", "2210120",
    };

    private Design() {}

    /** What the factors are taken at, run by run. */
    public static List<Map<Factor, Level>> runs() {
        List<Map<Factor, Level>> runs = new ArrayList<>();
        for (String row : ROWS) {
            Map<Factor, Level> run = new EnumMap<>(Factor.class);
            for (Factor factor : Factor.values()) {
                run.put(factor, Level.values()[row.charAt(factor.ordinal()) - '0']);
            }
            runs.add(run);
        }
        return runs;
    }
}
