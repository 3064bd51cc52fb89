package advisor.engine.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says of every condition of a rule whether it holds for one candidate, without stopping at the first that does not.
 * Where a pattern finds no fact, the one that comes nearest is shown.
 */
public final class Tracer {
    private final RuleLogic logic;
    private final Facts facts;
    private final @Nullable Object subject;

    private Tracer(RuleLogic logic, Facts facts, @Nullable Object subject) {
        this.logic = logic;
        this.facts = facts;
        this.subject = subject;
    }

    /**
     * @param subject the candidate that the rule is asked about; {@code null} for a rule on the request as a whole
     * @return one trace for each condition, in their order
     */
    public static List<ConditionTrace> trace(RuleLogic logic, Facts facts, @Nullable Object subject) {
        return new Tracer(logic, facts, subject).from(0, Bindings.NONE);
    }

    private List<ConditionTrace> from(int index, Bindings bindings) {
        if (index == logic.nodes().size()) {
            return List.of();
        }
        Node node = logic.nodes().get(index);
        if (node instanceof PatternNode pattern) {
            return through(pattern, index, bindings);
        }
        if (node instanceof AccumulateNode accumulate) {
            return accumulated(accumulate, index, bindings);
        }
        List<ConditionTrace> own = node instanceof ExistenceNode existence
                ? existence(existence, bindings)
                : List.of(new ConditionTrace(condition(node.condition()), null, List.of(), 0, 0));
        return joined(own, from(index + 1, bindings));
    }

    private List<ConditionTrace> through(PatternNode pattern, int index, Bindings bindings) {
        List<Object> searched = facts(pattern, bindings);
        List<Object> found = searched.stream()
                .filter(fact -> failures(pattern, bindings.with(pattern, fact)) == 0)
                .toList();
        List<Object> tried = found.isEmpty() ? nearest(pattern, bindings, searched) : found;
        List<ConditionTrace> best = List.of();
        for (Object fact : tried) {
            Bindings more = bindings.with(pattern, fact);
            List<ConditionTrace> own = pattern(pattern, fact, more, searched.size(), found.size());
            List<ConditionTrace> whole = joined(own, from(index + 1, more));
            if (best.isEmpty() || failures(whole) < failures(best)) {
                best = whole;
            }
            if (failures(best) == 0) {
                return best;
            }
        }
        return best.isEmpty() ? joined(nothing(pattern), from(index + 1, bindings)) : best;
    }

    /** What was calculated is searched as itself. */
    private List<Object> facts(PatternNode pattern, Bindings bindings) {
        Object calculated = bindings.value(pattern.variable());
        if (calculated != null) {
            return List.of(calculated);
        }
        return pattern.isSubject() && subject != null ? List.of(subject) : facts.of(pattern.type());
    }

    private static List<Object> nearest(PatternNode pattern, Bindings bindings, List<Object> searched) {
        return searched.stream()
                .min(Comparator.comparingLong(fact -> failures(pattern, bindings.with(pattern, fact))))
                .map(List::of)
                .orElse(List.of());
    }

    private static long failures(PatternNode pattern, Bindings bindings) {
        return pattern.constraints().stream()
                .filter(constraint -> !Boolean.TRUE.equals(constraint.test(bindings)))
                .count();
    }

    private static long failures(List<ConditionTrace> traces) {
        return traces.stream()
                .filter(trace -> trace.condition().within() == null && !Boolean.TRUE.equals(trace.holds()))
                .count();
    }

    private List<ConditionTrace> pattern(PatternNode pattern, Object fact, Bindings bindings, int searched, int found) {
        List<ConditionTrace> traces = new ArrayList<>();
        traces.add(new ConditionTrace(condition(pattern.condition()), found > 0, List.of(), searched, found));
        traces.addAll(constraints(pattern, fact, bindings));
        return traces;
    }

    private List<ConditionTrace> constraints(PatternNode pattern, Object fact, Bindings bindings) {
        return pattern.constraints().stream()
                .map(constraint -> {
                    RuleCondition condition = condition(constraint.condition());
                    List<Operand> operands = Operands.of(condition.expression(), fact, bindings);
                    return new ConditionTrace(condition, constraint.test(bindings), operands, 0, 0);
                })
                .toList();
    }

    private List<ConditionTrace> nothing(PatternNode pattern) {
        List<ConditionTrace> traces = new ArrayList<>();
        traces.add(new ConditionTrace(condition(pattern.condition()), false, List.of(), 0, 0));
        for (ConstraintNode constraint : pattern.constraints()) {
            traces.add(new ConditionTrace(condition(constraint.condition()), null, List.of(), 0, 0));
        }
        return traces;
    }

    /** What was searched and found, and what the functions gave over that. */
    private List<ConditionTrace> accumulated(AccumulateNode node, int index, Bindings bindings) {
        List<Bindings> matches = node.matches(facts, bindings);
        Bindings results = node.results(matches, bindings);
        int searched = facts.of(node.patterns().get(0).type()).size();
        List<Operand> operands = node.functions().stream()
                .map(function -> function.result().getName())
                .map(name -> new Operand(name, results.value(name), null, ""))
                .toList();
        List<ConditionTrace> own = new ArrayList<>();
        own.add(new ConditionTrace(
                condition(node.condition()), node.holds(results), operands, searched, matches.size()));
        node.patterns().forEach(pattern -> own.addAll(within(pattern, bindings)));
        return joined(own, from(index + 1, results));
    }

    /** The first fact that satisfies a pattern, else the one that comes nearest. */
    private List<ConditionTrace> within(PatternNode pattern, Bindings bindings) {
        List<Object> searched = facts.of(pattern.type());
        List<Object> found = searched.stream()
                .filter(fact -> failures(pattern, bindings.with(pattern, fact)) == 0)
                .toList();
        List<Object> shown = found.isEmpty() ? nearest(pattern, bindings, searched) : found.subList(0, 1);
        if (shown.isEmpty()) {
            return nothing(pattern);
        }
        Bindings more = bindings.with(pattern, shown.get(0));
        return pattern(pattern, shown.get(0), more, searched.size(), found.size());
    }

    private List<ConditionTrace> existence(ExistenceNode existence, Bindings bindings) {
        PatternNode pattern = existence.pattern();
        List<Object> searched = facts.of(pattern.type());
        List<Object> found = searched.stream()
                .filter(fact -> failures(pattern, bindings.with(pattern, fact)) == 0)
                .toList();
        boolean holds = found.isEmpty() != existence.wanted();
        List<ConditionTrace> traces = new ArrayList<>();
        traces.add(
                new ConditionTrace(condition(existence.condition()), holds, List.of(), searched.size(), found.size()));
        traces.addAll(within(pattern, bindings));
        return traces;
    }

    private RuleCondition condition(int index) {
        return logic.conditions().get(index);
    }

    private static List<ConditionTrace> joined(List<ConditionTrace> first, List<ConditionTrace> then) {
        List<ConditionTrace> all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }
}
