package advisor.engine.trace;

import advisor.engine.RuleDefinition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.model.Rule;

/** The conditions of a compiled rule, with their places in the rule file. Immutable. */
public final class RuleLogic {
    private final RuleDefinition rule;
    private final List<RuleCondition> conditions;
    private final List<Node> nodes;

    RuleLogic(RuleDefinition rule, List<RuleCondition> conditions, List<Node> nodes) {
        this.rule = rule;
        this.conditions = List.copyOf(conditions);
        this.nodes = List.copyOf(nodes);
    }

    /** @param lines of the file that the rule was compiled from */
    public static RuleLogic of(Rule compiled, RuleDefinition rule, List<String> lines) {
        return new LogicReader(rule, lines).read(compiled);
    }

    public RuleDefinition rule() {
        return rule;
    }

    /** In the order in which they are written. */
    public List<RuleCondition> conditions() {
        return conditions;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** The properties of facts that it reads: to decide, or to tell. */
    public Set<Read> reads() {
        return Reads.of(this);
    }

    /** The texts that it compares facts of a type with. */
    public Set<String> literals(Class<?> fact) {
        return Reads.literals(this, fact);
    }

    /** Whether each of its conditions is one whose parts are known. */
    public boolean isTakenApart() {
        return nodes.stream().noneMatch(OtherNode.class::isInstance);
    }

    /** Whether it speaks of candidates, one by one. */
    public boolean hasSubject() {
        return nodes.stream().anyMatch(node -> node instanceof PatternNode pattern && pattern.isSubject());
    }

    /** The types of what its patterns bind, by the names of the variables. */
    public Map<String, Class<?>> boundTypes() {
        Map<String, Class<?>> types = new HashMap<>();
        for (Node node : nodes) {
            if (node instanceof PatternNode pattern) {
                types.put(pattern.variable().getName(), pattern.type());
                pattern.bindings()
                        .forEach(binding -> types.put(
                                binding.getBoundVariable().getName(),
                                binding.getBoundVariable().getType()));
            }
            if (node instanceof AccumulateNode accumulate) {
                accumulate
                        .functions()
                        .forEach(function -> types.put(
                                function.result().getName(), function.result().getType()));
            }
        }
        return types;
    }

    /** Whether a condition is on the request, the model or a parameter, whichever the candidate is. */
    public boolean isGeneral(RuleCondition condition) {
        Set<String> ofCandidate = new HashSet<>();
        for (Node node : nodes) {
            if (node instanceof PatternNode pattern) {
                if (pattern.isSubject() || isOf(pattern, ofCandidate)) {
                    ofCandidate.add(pattern.variable().getName());
                    pattern.bindings()
                            .forEach(binding ->
                                    ofCandidate.add(binding.getBoundVariable().getName()));
                } else if (owns(pattern, condition)) {
                    return true;
                }
            }
            if (node instanceof ExistenceNode existence && conditions.get(existence.condition()) == condition) {
                return !uses(existence.pattern(), ofCandidate);
            }
            if (node instanceof AccumulateNode accumulate) {
                boolean ofOne = accumulate.patterns().stream().anyMatch(pattern -> uses(pattern, ofCandidate));
                if (ofOne) {
                    accumulate
                            .functions()
                            .forEach(function ->
                                    ofCandidate.add(function.result().getName()));
                } else if (conditions.get(accumulate.condition()) == condition) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a variable is bound by the candidate or by what is joined to it. */
    boolean isOfCandidate(String variable) {
        Set<String> ofCandidate = new HashSet<>();
        for (Node node : nodes) {
            if (node instanceof PatternNode pattern && (pattern.isSubject() || uses(pattern, ofCandidate))) {
                pattern.bindings()
                        .forEach(binding ->
                                ofCandidate.add(binding.getBoundVariable().getName()));
            }
        }
        return ofCandidate.contains(variable);
    }

    /** Whether it looks at what is of the candidate, or is such a thing itself. */
    private static boolean isOf(PatternNode pattern, Set<String> ofCandidate) {
        return ofCandidate.contains(pattern.variable().getName()) || uses(pattern, ofCandidate);
    }

    private static boolean uses(PatternNode pattern, Set<String> variables) {
        return pattern.constraints().stream().anyMatch(constraint -> constraint.uses(variables));
    }

    private boolean owns(PatternNode pattern, RuleCondition condition) {
        return conditions.get(pattern.condition()) == condition
                || pattern.constraints().stream()
                        .anyMatch(constraint -> conditions.get(constraint.condition()) == condition);
    }

    /** The comparisons of two values in its patterns, as far as their types are known. */
    public List<Comparison> comparisons() {
        Map<String, Class<?>> bound = boundTypes();
        return nodes.stream()
                .map(node -> node instanceof ExistenceNode existence ? existence.pattern() : node)
                .filter(PatternNode.class::isInstance)
                .map(PatternNode.class::cast)
                .flatMap(pattern -> pattern.constraints().stream()
                        .map(constraint ->
                                conditions.get(constraint.condition()).expression())
                        .flatMap(condition -> Comparison.of(condition, pattern.type(), bound).stream()))
                .toList();
    }
}
