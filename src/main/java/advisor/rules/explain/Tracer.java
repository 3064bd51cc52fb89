package advisor.rules.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says of every condition of a rule whether it holds for one candidate, without stopping at the first that does not.
 * Where a pattern finds no fact, the one that comes nearest is shown.
 */
public final class Tracer {
    private final RuleLogic logic;
    private final Facts facts;
    private final Walk walk;
    private final boolean brief;
    private final @Nullable Integer owner;

    /** @param owner the condition that what is traced belongs to; {@code null} if it stands for itself */
    private Tracer(RuleLogic logic, Facts facts, Walk walk, boolean brief, @Nullable Integer owner) {
        this.logic = logic;
        this.facts = facts;
        this.walk = walk;
        this.brief = brief;
        this.owner = owner;
    }

    /**
     * @param subject the candidate that the rule is asked about; {@code null} for a rule on the request as a whole
     * @return one trace for each condition, in their order
     */
    public static List<ConditionTrace> trace(RuleLogic logic, Facts facts, @Nullable Object subject) {
        return trace(logic, facts, subject, false);
    }

    /**
     * As {@link #trace}, of those conditions alone that stand for themselves, and with the values of those that fail: to read
     * a value takes longer than to compare it.
     *
     * @param facts of which nobody asks for more
     */
    public static List<ConditionTrace> brief(RuleLogic logic, Facts facts, @Nullable Object subject) {
        return trace(logic, facts, subject, true);
    }

    private static List<ConditionTrace> trace(RuleLogic logic, Facts facts, @Nullable Object subject, boolean brief) {
        return new Tracer(logic, facts, Walk.of(logic, facts, subject), brief, null).all(logic.nodes(), Bindings.NONE);
    }

    private List<ConditionTrace> all(List<Node> nodes, Bindings bindings) {
        if (nodes.isEmpty()) {
            return List.of();
        }
        Node node = nodes.get(0);
        List<Node> rest = nodes.subList(1, nodes.size());
        if (node instanceof PatternNode pattern) {
            return through(pattern, rest, bindings);
        }
        if (node instanceof AccumulateNode accumulate) {
            return accumulated(accumulate, rest, bindings);
        }
        if (node instanceof EitherNode either) {
            return either(either, rest, bindings);
        }
        return joined(
                node instanceof ForallNode forall ? all(forall, bindings) : existence((ExistenceNode) node, bindings),
                all(rest, bindings));
    }

    private List<ConditionTrace> through(PatternNode pattern, List<Node> rest, Bindings bindings) {
        List<Bindings> found = walk.through(pattern, bindings);
        int searched = walk.searched(pattern, bindings).size();
        List<ConditionTrace> best = List.of();
        for (Bindings more : found.isEmpty() ? nearest(pattern, bindings) : found) {
            List<ConditionTrace> own = pattern(pattern, more, searched, found.size());
            List<ConditionTrace> whole = joined(own, all(rest, more));
            if (best.isEmpty() || failures(whole) < failures(best)) {
                best = whole;
            }
            if (failures(best) == 0) {
                return best;
            }
        }
        return best.isEmpty() ? joined(nothing(pattern), all(rest, bindings)) : best;
    }

    /** With the fact of which least fails, where something fails of each. */
    private List<Bindings> nearest(PatternNode pattern, Bindings bindings) {
        List<Bindings> nearest = List.of();
        int fewest = Integer.MAX_VALUE;
        for (Object fact : walk.searched(pattern, bindings)) {
            Bindings more = pattern.bound(bindings, fact);
            int failures = pattern.failures(more);
            if (failures < fewest) {
                nearest = List.of(more);
                fewest = failures;
            }
            if (fewest == 1) {
                return nearest;
            }
        }
        return nearest;
    }

    private long failures(List<ConditionTrace> traces) {
        return traces.stream()
                .filter(trace ->
                        Objects.equals(trace.condition().within(), owner) && !Boolean.TRUE.equals(trace.holds()))
                .count();
    }

    private List<ConditionTrace> pattern(PatternNode pattern, Bindings bindings, int searched, int found) {
        List<ConditionTrace> traces = new ArrayList<>();
        traces.add(new ConditionTrace(condition(pattern.condition()), found > 0, List.of(), searched, found));
        traces.addAll(constraints(pattern, bindings));
        return traces;
    }

    private List<ConditionTrace> constraints(PatternNode pattern, Bindings bindings) {
        Object fact = Objects.requireNonNull(bindings.value(pattern.variable()));
        return pattern.constraints().stream()
                .map(constraint -> constraint(constraint, fact, bindings))
                .toList();
    }

    private ConditionTrace constraint(ConstraintNode constraint, Object fact, Bindings bindings) {
        RuleCondition condition = condition(constraint.condition());
        Boolean holds = constraint.test(bindings);
        boolean told = !brief || Boolean.FALSE.equals(holds);
        List<Operand> operands = told ? Operands.of(condition, fact, bindings) : List.of();
        return new ConditionTrace(condition, holds, operands, 0, 0);
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
    private List<ConditionTrace> accumulated(AccumulateNode node, List<Node> rest, Bindings bindings) {
        List<Bindings> counted = walk.counted(node, bindings);
        Bindings results = node.results(counted, bindings);
        List<Operand> operands = node.functions().stream()
                .map(function -> function.result().getName())
                .map(name -> new Operand(name, results.value(name), null, ""))
                .toList();
        List<ConditionTrace> own = new ArrayList<>();
        own.add(new ConditionTrace(
                condition(node.condition()), node.holds(results), operands, searched(node, bindings), counted.size()));
        if (!brief) {
            node.patterns().forEach(pattern -> own.addAll(within(node).all(List.of(pattern), bindings)));
        }
        return joined(own, all(rest, results));
    }

    /** Every branch, and what follows after the one with which the least of it fails. */
    private List<ConditionTrace> either(EitherNode node, List<Node> rest, Bindings bindings) {
        List<Bindings> ways = new ArrayList<>();
        node.branches().forEach(branch -> ways.addAll(walk.ways(branch, bindings)));
        List<ConditionTrace> own = new ArrayList<>();
        own.add(new ConditionTrace(condition(node.condition()), !ways.isEmpty(), List.of(), 0, 0));
        Tracer inner = new Tracer(logic, facts, walk, brief, node.condition());
        if (!brief) {
            node.branches().forEach(branch -> own.addAll(inner.all(branch, bindings)));
        }
        List<ConditionTrace> following = (ways.isEmpty() ? List.of(bindings) : ways)
                .stream()
                        .map(way -> all(rest, way))
                        .min(Comparator.comparingLong(this::failures))
                        .orElseThrow();
        return joined(own, following);
    }

    /** What is asked before the subject comes in is the same for all subjects, and may cost each a walk over all facts. */
    private List<ConditionTrace> existence(ExistenceNode node, Bindings bindings) {
        return walk.isBeforeSubject(bindings)
                ? facts.once(node, bindings.places(), () -> looked(node, bindings))
                : looked(node, bindings);
    }

    private List<ConditionTrace> looked(ExistenceNode node, Bindings bindings) {
        int found = walk.found(node, bindings).size();
        boolean holds = (found > 0) == node.wanted();
        List<ConditionTrace> traces = new ArrayList<>();
        traces.add(new ConditionTrace(condition(node.condition()), holds, List.of(), searched(node, bindings), found));
        if (!brief) {
            traces.addAll(within(node).all(node.parts(), bindings));
        }
        return traces;
    }

    /** With a fact that is not as all must be, if there is one. */
    private List<ConditionTrace> all(ForallNode node, Bindings bindings) {
        PatternNode pattern = node.pattern();
        List<Object> searched = pattern.searched(facts, bindings);
        List<Object> satisfying = walk.satisfying(node, bindings);
        List<ConditionTrace> traces = new ArrayList<>();
        traces.add(new ConditionTrace(
                condition(node.condition()),
                satisfying.size() == searched.size(),
                List.of(),
                searched.size(),
                satisfying.size()));
        if (brief) {
            return traces;
        }
        traces.addAll(searched.stream()
                .min(Comparator.comparing(satisfying::contains))
                .map(fact -> pattern(pattern, pattern.bound(bindings, fact), searched.size(), satisfying.size()))
                .orElseGet(() -> nothing(pattern)));
        return traces;
    }

    /** How many facts the first of the patterns looks at. */
    private int searched(Node node, Bindings bindings) {
        return node.allPatterns()
                .findFirst()
                .map(pattern -> pattern.searched(facts, bindings).size())
                .orElse(0);
    }

    /** For what belongs to a part, of whichever candidate. */
    private Tracer within(Node node) {
        return new Tracer(logic, facts, Walk.of(logic, facts, null), brief, node.condition());
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
