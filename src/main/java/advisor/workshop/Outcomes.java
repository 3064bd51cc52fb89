package advisor.workshop;

import advisor.advice.OptionVerdict;
import advisor.advice.Reason;
import advisor.advice.Verdict;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What the verdicts on scenarios come to, worked out once: small enough to be kept. Safe for several threads. */
public final class Outcomes {
    private final Workshop workshop;
    private final Map<SortedMap<String, String>, SortedMap<String, Outcome>> known = new ConcurrentHashMap<>();

    public Outcomes(Workshop workshop) {
        this.workshop = workshop;
    }

    /**
     * A verdict.
     *
     * @param stance its id
     * @param points what the rules that spoke gave, by rule id
     */
    record Outcome(String stance, int score, SortedMap<String, Integer> points) {
        static Outcome of(Verdict verdict) {
            SortedMap<String, Integer> points = new TreeMap<>();
            for (Reason reason : verdict.reasons()) {
                points.merge(reason.rule().id(), reason.points(), Integer::sum);
            }
            return new Outcome(verdict.stance().id(), verdict.score(), points);
        }
    }

    List<Scenario> scenarios() {
        return workshop.scenarios();
    }

    /** By option id. */
    SortedMap<String, Outcome> of(Scenario scenario) {
        return known.computeIfAbsent(scenario.request(), this::outcomes);
    }

    private SortedMap<String, Outcome> outcomes(Map<String, String> request) {
        SortedMap<String, Outcome> outcomes = new TreeMap<>();
        for (OptionVerdict verdict : workshop.run(request).advice().verdicts()) {
            outcomes.put(verdict.option().id(), Outcome.of(verdict.best()));
        }
        return outcomes;
    }
}
