package advisor.workshop;

import advisor.advice.OptionVerdict;
import advisor.advice.Reason;
import advisor.advice.Verdict;
import advisor.catalog.Scenario;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an edit of rules does before anyone relies on it: over the requests of all scenarios and the whole catalog.
 *
 * @param requests how many requests were compared
 * @param verdicts how many verdicts
 * @param changes in the order of scenarios and options
 */
public record Impact(int requests, int verdicts, List<Change> changes) {

    /**
     * A verdict that differs.
     *
     * @param scenario the first that has this request
     * @param rules those that speak otherwise
     */
    public record Change(String scenario, String option, Side before, Side after, List<RuleChange> rules) {

        public boolean flips() {
            return !before.stance().equals(after.stance());
        }

        public int points() {
            return after.score() - before.score();
        }
    }

    /** A verdict on one side: the id of its stance, and its score. */
    public record Side(String stance, int score) {}

    /**
     * A rule that says something else.
     *
     * @param before its points; {@code null} if it was silent
     * @param after its points; {@code null} if it is silent
     */
    public record RuleChange(String rule, @Nullable Integer before, @Nullable Integer after) {}

    /** Compares two rule books over the scenarios of both. */
    public static Impact between(Workshop before, Workshop after) {
        List<Change> changes = new ArrayList<>();
        int verdicts = 0;
        List<Scenario> requests = requests(before, after);
        for (Scenario scenario : requests) {
            SortedMap<String, Verdict> old = verdicts(before, scenario);
            SortedMap<String, Verdict> young = verdicts(after, scenario);
            verdicts += young.size();
            young.forEach((option, verdict) ->
                    change(scenario, option, old.get(option), verdict).ifPresent(changes::add));
        }
        return new Impact(requests.size(), verdicts, changes);
    }

    /** Verdicts whose stance differs. */
    public long flips() {
        return changes.stream().filter(Change::flips).count();
    }

    private static List<Scenario> requests(Workshop before, Workshop after) {
        Set<SortedMap<String, String>> seen = new HashSet<>();
        return Stream.concat(after.scenarios().stream(), before.scenarios().stream())
                .filter(scenario -> seen.add(scenario.request()))
                .toList();
    }

    private static SortedMap<String, Verdict> verdicts(Workshop workshop, Scenario scenario) {
        SortedMap<String, Verdict> verdicts = new TreeMap<>();
        for (OptionVerdict verdict : workshop.assess(scenario).advice().verdicts()) {
            verdicts.put(verdict.option().id(), verdict.best());
        }
        return verdicts;
    }

    private static Optional<Change> change(Scenario scenario, String option, @Nullable Verdict before, Verdict after) {
        if (before == null) {
            return Optional.empty();
        }
        List<RuleChange> rules = rules(before, after);
        boolean same = side(before).equals(side(after)) && rules.isEmpty();
        return same
                ? Optional.empty()
                : Optional.of(new Change(scenario.name(), option, side(before), side(after), rules));
    }

    private static Side side(Verdict verdict) {
        return new Side(verdict.stance().id(), verdict.score());
    }

    private static List<RuleChange> rules(Verdict before, Verdict after) {
        SortedMap<String, Integer> old = points(before);
        SortedMap<String, Integer> young = points(after);
        Set<String> ids = new TreeSet<>(old.keySet());
        ids.addAll(young.keySet());
        return ids.stream()
                .filter(id -> !Objects.equals(old.get(id), young.get(id)))
                .map(id -> new RuleChange(id, old.get(id), young.get(id)))
                .toList();
    }

    private static SortedMap<String, Integer> points(Verdict verdict) {
        SortedMap<String, Integer> points = new TreeMap<>();
        for (Reason reason : verdict.reasons()) {
            points.merge(reason.rule().id(), reason.points(), Integer::sum);
        }
        return points;
    }
}
