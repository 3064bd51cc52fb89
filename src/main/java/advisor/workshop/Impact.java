package advisor.workshop;

import advisor.advice.Assessment;
import advisor.advice.Evidence;
import advisor.advice.Trial;
import advisor.facts.unit.Parameter;
import advisor.request.BadRequestException;
import advisor.rules.RuleBook;
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
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an edit of rules or of the catalog does before anyone relies on it: over the requests of all scenarios and the
 * whole catalog.
 *
 * @param requests how many requests were compared
 * @param judged in how many of them the verdicts may differ: the others need not be judged
 * @param verdicts how many verdicts were compared
 * @param changes in the order of scenarios and options
 * @param firsts requests of which another option stands first
 * @param refused requests that one of the two refuses to judge
 */
public record Impact(
        int requests, int judged, int verdicts, List<Change> changes, List<First> firsts, List<Refusal> refused) {
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

    /** None, yet. */
    public static final Impact NONE = new Impact(0, 0, 0, List.of(), List.of(), List.of());

    /** Compares what two catalogs come to over the scenarios of both. */
    public static Impact ofCatalogs(Workshop before, Workshop after) {
        return ofCatalogs(before, after, (scenario, assessment) -> {});
    }

    /**
     * The same.
     *
     * @param visitor is shown what each request that may come to something else comes to, several at once
     */
    public static Impact ofCatalogs(Workshop before, Workshop after, BiConsumer<Scenario, Assessment> visitor) {
        boolean alike = before.catalog().sameButParameters(after.catalog());
        return over(
                requests(before.scenarios(), after.scenarios()),
                scenario -> alike && seesTheSame(scenario, before, after)
                        ? untouched()
                        : between(scenario, before, after, visitor));
    }

    /** Where two catalogs differ in parameters alone: whether the same are in force for a request. */
    private static boolean seesTheSame(Scenario scenario, Workshop before, Workshop after) {
        try {
            List<Parameter> old = before.known(scenario.request()).parameters();
            return old.equals(after.known(scenario.request()).parameters());
        } catch (BadRequestException | UnknownNameException e) {
            return false;
        }
    }

    /** The two together, of requests that differ. */
    public Impact and(Impact other) {
        return of(List.of(this, other));
    }

    /**
     * Compares what other rules come to over the scenarios of both. What a request is judged on is worked out once, and only
     * where a changed rule may speak.
     */
    public static Impact ofRules(Workshop before, RuleBook edited, List<Scenario> theirs) {
        ChangedRules changed = new ChangedRules(before.rules(), edited);
        return over(requests(before.scenarios(), theirs), scenario -> ofRules(scenario, before, edited, changed));
    }

    private static Impact over(List<Scenario> requests, Function<Scenario, Impact> work) {
        return of(requests.parallelStream().map(work).toList());
    }

    private static Impact of(List<Impact> each) {
        return new Impact(
                each.stream().mapToInt(Impact::requests).sum(),
                each.stream().mapToInt(Impact::judged).sum(),
                each.stream().mapToInt(Impact::verdicts).sum(),
                each.stream().flatMap(impact -> impact.changes().stream()).toList(),
                each.stream().flatMap(impact -> impact.firsts().stream()).toList(),
                each.stream().flatMap(impact -> impact.refused().stream()).toList());
    }

    private static Impact ofRules(Scenario scenario, Workshop before, RuleBook edited, ChangedRules changed) {
        return changed.maySpeak(before.known(scenario.request()))
                ? judged(scenario, before.evidence(scenario.request()), before.rules(), edited, changed)
                : untouched();
    }

    /** Where the rules ask the same, what they found once is but weighed again. */
    private static Impact judged(
            Scenario scenario, Evidence evidence, RuleBook before, RuleBook edited, ChangedRules changed) {
        if (changed.askTheSame()) {
            Trial trial = Trial.of(evidence, before);
            return changed.weighOtherwise(trial.judgement())
                    ? between(scenario, trial, trial.weighedBy(edited))
                    : untouched();
        }
        return changed.findOtherwise(evidence)
                ? between(scenario, Trial.of(evidence, before), Trial.of(evidence, edited))
                : untouched();
    }

    private static Impact between(Scenario scenario, Trial before, Trial after) {
        return between(scenario, Outcomes.of(before.ranked()), Outcomes.of(after.ranked()));
    }

    private static Impact untouched() {
        return new Impact(1, 0, 0, List.of(), List.of(), List.of());
    }

    /** @throws RuntimeException if both sides refuse the request */
    private static Impact between(
            Scenario scenario, Workshop before, Workshop after, BiConsumer<Scenario, Assessment> visitor) {
        Object old = judged(scenario, before, (same, assessment) -> {});
        if (old instanceof Text why) {
            after.run(scenario.request());
            return refused(scenario, why);
        }
        Object young = judged(scenario, after, visitor);
        return young instanceof Text why ? refused(scenario, why) : between(scenario, (Answer) old, (Answer) young);
    }

    private static Impact refused(Scenario scenario, Text why) {
        return new Impact(1, 1, 0, List.of(), List.of(), List.of(new Refusal(scenario.name(), why)));
    }

    /** What a request comes to, or why it is refused. */
    private static Object judged(Scenario scenario, Workshop workshop, BiConsumer<Scenario, Assessment> visitor) {
        try {
            Assessment assessment = workshop.run(scenario.request());
            visitor.accept(scenario, assessment);
            return Outcomes.of(assessment.advice().verdicts());
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
        return new Impact(1, 1, options.size(), changes, firsts, List.of());
    }

    /** Verdicts whose stance differs. */
    public long flips() {
        return changes.stream().filter(Change::flips).count();
    }

    static List<Scenario> requests(List<Scenario> before, List<Scenario> after) {
        Set<SortedMap<String, String>> seen = new HashSet<>();
        return Stream.concat(after.stream(), before.stream())
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
