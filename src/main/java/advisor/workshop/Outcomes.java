package advisor.workshop;

import advisor.advice.OptionVerdict;
import advisor.advice.Reason;
import advisor.advice.Verdict;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the verdicts on requests come to: small enough to be kept. */
final class Outcomes {
    private Outcomes() {}

    /**
     * A verdict.
     *
     * @param stance its id
     * @param points what the rules that spoke gave, by rule id
     */
    record Outcome(String stance, int score, SortedMap<String, Integer> points) {
        static Outcome of(Verdict verdict) {
            return new Outcome(verdict.stance().id(), verdict.score(), byRule(verdict.reasons()));
        }
    }

    /** What the rules that spoke gave, by rule id. */
    static SortedMap<String, Integer> byRule(List<Reason> reasons) {
        SortedMap<String, Integer> points = new TreeMap<>();
        for (Reason reason : reasons) {
            points.merge(reason.rule().id(), reason.points(), Integer::sum);
        }
        return points;
    }

    /**
     * What a request comes to.
     *
     * @param verdicts by option id
     * @param first the viable option that stands first; {@code null} if none is viable
     */
    record Answer(SortedMap<String, Outcome> verdicts, @Nullable String first) {}

    /** @param verdicts on every option, best first */
    static Answer of(List<OptionVerdict> verdicts) {
        SortedMap<String, Outcome> outcomes = new TreeMap<>();
        verdicts.forEach(verdict -> outcomes.put(verdict.option().id(), Outcome.of(verdict.best())));
        return new Answer(
                outcomes,
                verdicts.stream()
                        .filter(verdict -> verdict.stance().viable())
                        .map(verdict -> verdict.option().id())
                        .findFirst()
                        .orElse(null));
    }
}
