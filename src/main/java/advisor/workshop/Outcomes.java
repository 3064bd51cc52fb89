package advisor.workshop;

import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.advice.Reason;
import advisor.advice.Verdict;
import advisor.rules.RuleBook;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the verdicts on scenarios come to, worked out once: small enough to be kept. Safe for several threads. */
public final class Outcomes {
    private final Workshop workshop;
    private final Map<SortedMap<String, String>, Answer> known = new ConcurrentHashMap<>();

    public Outcomes(Workshop workshop) {
        this.workshop = workshop;
    }

    /** Those of other rules and scenarios over the same catalog. */
    public Outcomes under(RuleBook rules, List<Scenario> theirs) {
        return new Outcomes(workshop.under(rules, theirs));
    }

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

    List<Scenario> scenarios() {
        return workshop.scenarios();
    }

    Answer of(Scenario scenario) {
        return known.computeIfAbsent(scenario.request(), this::answer);
    }

    private Answer answer(Map<String, String> request) {
        SortedMap<String, Outcome> outcomes = new TreeMap<>();
        Advice advice = workshop.run(request).advice();
        for (OptionVerdict verdict : advice.verdicts()) {
            outcomes.put(verdict.option().id(), Outcome.of(verdict.best()));
        }
        return new Answer(
                outcomes,
                advice.viable().stream()
                        .map(verdict -> verdict.option().id())
                        .findFirst()
                        .orElse(null));
    }
}
