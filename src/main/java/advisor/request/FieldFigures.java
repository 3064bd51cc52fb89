package advisor.request;

import advisor.facts.Candidate;
import advisor.facts.Cost;
import advisor.facts.Power;
import advisor.facts.unit.Money;
import java.util.stream.Stream;

/** The figures of a candidate that limits of a request are compared with. */
final class FieldFigures {
    private FieldFigures() {}

    /** What falls due, and what is spent over the horizon. */
    static Stream<Money> prices(Candidate candidate, LeverScope scope) {
        Cost cost = candidate.cost();
        return Stream.concat(Stream.ofNullable(cost.likelyOutlay()), Stream.ofNullable(cost.likelyTotal()));
    }

    /** Drawn by the machines, and by all that hangs on the meter. */
    static Stream<Double> kilowatts(Candidate candidate, LeverScope scope) {
        Power power = candidate.power();
        return Stream.concat(Stream.ofNullable(power.machinesKilowatts()), Stream.ofNullable(power.allInKilowatts()));
    }

    /** Waited for the first token, at best, likely and at worst. */
    static Stream<Double> waits(Candidate candidate, LeverScope scope) {
        return Stream.ofNullable(candidate.performance().timeToFirstTokenSeconds())
                .flatMap(wait -> Stream.of(wait.low(), wait.likely(), wait.high()));
    }

    /** Reached by one answer, at best, likely and at worst. */
    static Stream<Double> speeds(Candidate candidate, LeverScope scope) {
        return Stream.ofNullable(candidate.performance().tokensPerSecondPerUser())
                .flatMap(speed -> Stream.of(speed.high(), speed.likely(), speed.low()));
    }
}
