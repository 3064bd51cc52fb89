package advisor.advice.survey;

import advisor.advice.OptionVerdict;
import advisor.facts.unit.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an option and its best rivals come to cost over time, and how fast it answers under other loads.
 *
 * @param months from 0 to the horizon, at which the costs are told
 * @param courses that of the option first, if its cost is known, then those of the best others whose cost is
 * @param crossovers where the likely cost of the option and of another cross
 */
public record Curves(
        OptionVerdict option,
        List<Integer> months,
        List<CostCourse> courses,
        List<Crossover> crossovers,
        List<SpeedAtLoad> speed) {

    /** @param month when both have cost as much, between two of the months */
    public record Crossover(String with, double month) {}

    /**
     * The speed under one load, in the number format that is best under the load of the request.
     *
     * @param tokensPerSecondPerUser {@code null} if not known
     * @param fits whether weights and cache fit; {@code null} if that is not known
     */
    public record SpeedAtLoad(int streams, @Nullable Interval tokensPerSecondPerUser, @Nullable Boolean fits) {}
}
