package advisor.workshop;

import advisor.request.BadRequestException;
import advisor.text.Text;
import advisor.text.UnknownNameException;
import advisor.workshop.Outcomes.Answer;
import advisor.workshop.Outcomes.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an edit of rules or of the catalog does before anyone relies on it: over the requests of all scenarios and the
 * whole catalog.
 *
 * @param requests how many requests were compared
 * @param verdicts how many verdicts
 * @param changes in the order of scenarios and options
 * @param firsts requests of which another option stands first
 * @param refused requests that one of the two refuses to judge
 */
public record Impact(int requests, int verdicts, List<Change> changes, List<First> firsts, List<Refusal> refused) {
    /** The stance of an option on the side that does not have it. */
    public static final String ABSENT = "absent";

    private static final Outcome NOWHERE = new Outcome(ABSENT, 0, new TreeMap<>());

    /**
     * The option that stands first.
     *
     * @param scenario the first that has this request
     * @param before its id; {@code null} if none was viable
     * @param after its id; {@code null} if none is viable
     */
    public record First(String scenario, @Nullable String before, @Nullable String after) {}

    /**
     * A request that one side refuses.
     *
     * @param scenario the first that has this request
     * @param why the first of its faults
     */
    public record Refusal(String scenario, Text why) {}

    /**
     * A verdict that differs.
     *
     * @param scenario the first that has this request
     * @param rules those that speak otherwise; none where one side does not have the option
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

    /** Compares what two rule books, or two catalogs, come to over the scenarios of both. */
    public static Impact between(Outcomes before, Outcomes after) {
        List<Impact> each = requests(before, after).parallelStream()
                .map(scenario -> between(scenario, before, after))
                .toList();
        return new Impact(
                each.stream().mapToInt(Impact::requests).sum(),
                each.stream().mapToInt(Impact::verdicts).sum(),
                each.stream().flatMap(impact -> impact.changes().stream()).toList(),
                each.stream().flatMap(impact -> impact.firsts().stream()).toList(),
                each.stream().flatMap(impact -> impact.refused().stream()).toList());
    }

    /** @throws RuntimeException if both sides refuse the request */
    private static Impact between(Scenario scenario, Outcomes before, Outcomes after) {
        Text why = refusal(scenario, before);
        if (why != null) {
            after.of(scenario);
        } else {
            why = refusal(scenario, after);
        }
        return why == null
                ? between(scenario, before.of(scenario), after.of(scenario))
                : new Impact(1, 0, List.of(), List.of(), List.of(new Refusal(scenario.name(), why)));
    }

    /** Why a side refuses a request; {@code null} if it does not. What it comes to is kept. */
    private static @Nullable Text refusal(Scenario scenario, Outcomes outcomes) {
        try {
            outcomes.of(scenario);
            return null;
        } catch (BadRequestException e) {
            return e.faults().get(0);
        } catch (UnknownNameException e) {
            return e.text();
        }
    }

    private static Impact between(Scenario scenario, Answer before, Answer after) {
        List<Change> changes = new ArrayList<>();
        Set<String> options = new TreeSet<>(before.verdicts().keySet());
        options.addAll(after.verdicts().keySet());
        for (String option : options) {
            Outcome old = before.verdicts().getOrDefault(option, NOWHERE);
            Outcome young = after.verdicts().getOrDefault(option, NOWHERE);
            if (!old.equals(young)) {
                boolean both = old != NOWHERE && young != NOWHERE;
                List<RuleChange> rules = both ? rules(old.points(), young.points()) : List.of();
                changes.add(new Change(scenario.name(), option, side(old), side(young), rules));
            }
        }
        boolean same = Objects.equals(before.first(), after.first());
        List<First> firsts = same ? List.of() : List.of(new First(scenario.name(), before.first(), after.first()));
        return new Impact(1, options.size(), changes, firsts, List.of());
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

    private static Side side(Outcome outcome) {
        return new Side(outcome.stance(), outcome.score());
    }

    static List<RuleChange> rules(SortedMap<String, Integer> before, SortedMap<String, Integer> after) {
        Set<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        return ids.stream()
                .filter(id -> !Objects.equals(before.get(id), after.get(id)))
                .map(id -> new RuleChange(id, before.get(id), after.get(id)))
                .toList();
    }
}
