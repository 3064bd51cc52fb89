package advisor.advice.change;

import advisor.advice.OptionVerdict;
import java.util.List;
import java.util.Map;

/**
 * What would lift the stance of one option, or topple it if it is first.
 *
 * @param counterfactuals changes of request or offer that do, each proven by a run
 * @param lifters who could lift each blocker, by the id of its rule; none if the option is not rejected
 * @param cutOff whether pairs of changes were left untried
 * @param toppled what puts another in its place; empty if it is not first
 */
public record Changes(
        OptionVerdict option,
        List<Counterfactual> counterfactuals,
        Map<String, Lifter> lifters,
        boolean cutOff,
        List<Toppled> toppled) {

    /** Of an option that is not first. */
    public Changes(
            OptionVerdict option, List<Counterfactual> counterfactuals, Map<String, Lifter> lifters, boolean cutOff) {
        this(option, counterfactuals, lifters, cutOff, List.of());
    }

    public boolean ofFirst() {
        return isFirst(option);
    }

    /** Whether it stands first, and works: what keeps the first out when none works must be lifted as of any other. */
    static boolean isFirst(OptionVerdict option) {
        return option.rank() == 1 && option.stance().viable();
    }
}
