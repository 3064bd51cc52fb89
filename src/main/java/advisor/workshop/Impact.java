package advisor.workshop;

import advisor.workshop.Outcomes.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
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
    public static Impact between(Outcomes before, Outcomes after) {
        List<Impact> each = requests(before, after).parallelStream()
                .map(scenario -> between(scenario, before.of(scenario), after.of(scenario)))
                .toList();
        return new Impact(
                each.size(),
                each.stream().mapToInt(Impact::verdicts).sum(),
                each.stream().flatMap(impact -> impact.changes().stream()).toList());
    }

    private static Impact between(
            Scenario scenario, SortedMap<String, Outcome> before, SortedMap<String, Outcome> after) {
        List<Change> changes = new ArrayList<>();
        after.forEach((option, outcome) ->
                change(scenario, option, before.get(option), outcome).ifPresent(changes::add));
        return new Impact(1, after.size(), changes);
    }

    /** Verdicts whose stance differs. */
    public long flips() {
        return changes.stream().filter(Change::flips).count();
    }

    private static List<Scenario> requests(Outcomes before, Outcomes after) {
        Set<SortedMap<String, String>> seen = new HashSet<>();
        return Stream.concat(after.scenarios().stream(), before.scenarios().stream())
                .filter(scenario -> seen.add(scenario.request()))
                .toList();
    }

    private static Optional<Change> change(Scenario scenario, String option, @Nullable Outcome before, Outcome after) {
        return before == null || before.equals(after)
                ? Optional.empty()
                : Optional.of(new Change(
                        scenario.name(), option, side(before), side(after), rules(before.points(), after.points())));
    }

    private static Side side(Outcome outcome) {
        return new Side(outcome.stance(), outcome.score());
    }

    private static List<RuleChange> rules(SortedMap<String, Integer> before, SortedMap<String, Integer> after) {
        Set<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        return ids.stream()
                .filter(id -> !Objects.equals(before.get(id), after.get(id)))
                .map(id -> new RuleChange(id, before.get(id), after.get(id)))
                .toList();
    }
}
