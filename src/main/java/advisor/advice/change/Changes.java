package advisor.advice.change;

import advisor.advice.OptionVerdict;
import java.util.List;
import java.util.Map;

/**
 * What would lift the stance of one option.
 *
 * @param counterfactuals changes of request or offer that do, each proven by a run
 * @param lifters who could lift each blocker, by the id of its rule; none if the option is not rejected
 * @param cutOff whether pairs of changes were left untried
 */
public record Changes(
        OptionVerdict option, List<Counterfactual> counterfactuals, Map<String, Lifter> lifters, boolean cutOff) {}
