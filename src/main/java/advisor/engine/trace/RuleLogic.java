package advisor.engine.trace;

import advisor.engine.RuleDefinition;
import advisor.model.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.drools.model.Condition;
import org.drools.model.Constraint;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;
import org.jspecify.annotations.Nullable;

/** The conditions of a compiled rule, with their places in the rule file. Immutable. */
public final class RuleLogic {
    private final RuleDefinition rule;
    private final List<RuleCondition> conditions;
    private final List<Node> nodes;

    private RuleLogic(RuleDefinition rule, List<RuleCondition> conditions, List<Node> nodes) {
        this.rule = rule;
        this.conditions = List.copyOf(conditions);
        this.nodes = List.copyOf(nodes);
    }

    /** @param lines of the file that the rule was compiled from */
    public static RuleLogic of(Rule compiled, RuleDefinition rule, List<String> lines) {
        return new Reader(rule, lines).read(compiled);
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
        }
        return types;
    }

    /** Whether a condition is on the request, the model or a parameter, whichever the candidate is. */
    public boolean isGeneral(RuleCondition condition) {
        Set<String> ofCandidate = new HashSet<>();
        for (Node node : nodes) {
            if (node instanceof PatternNode pattern) {
                if (pattern.isSubject() || uses(pattern, ofCandidate)) {
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
                                conditions.get(constraint.condition()).text())
                        .flatMap(text -> Comparison.of(text, pattern.type(), bound).stream()))
                .toList();
    }

    /** Takes a compiled rule apart and finds each part in the text. */
    private static final class Reader {
        private final RuleDefinition rule;
        private final RuleText text;
        private final List<RuleCondition> conditions = new ArrayList<>();

        Reader(RuleDefinition rule, List<String> lines) {
            this.rule = rule;
            this.text = new RuleText(lines, rule.line(), rule.endLine());
        }

        RuleLogic read(Rule compiled) {
            List<Node> nodes = new ArrayList<>();
            read(compiled.getView(), nodes);
            return new RuleLogic(rule, conditions, nodes);
        }

        private void read(Condition condition, List<Node> nodes) {
            switch (condition.getType()) {
                case AND -> condition.getSubConditions().forEach(part -> read(part, nodes));
                case PATTERN -> nodes.add(pattern((Pattern<?>) condition, null));
                case NOT -> nodes.add(existence(condition, RuleCondition.Kind.NOT));
                case EXISTS -> nodes.add(existence(condition, RuleCondition.Kind.EXISTS));
                case CONSEQUENCE -> {}
                default -> nodes.add(other(condition));
            }
        }

        private Node existence(Condition condition, RuleCondition.Kind kind) {
            List<Condition> parts = condition.getSubConditions();
            if (parts.size() != 1 || !(parts.get(0) instanceof Pattern<?> pattern)) {
                return other(condition);
            }
            String type = pattern.getPatternVariable().getType().getSimpleName();
            int index = add(kind, kind == RuleCondition.Kind.NOT ? "not " + type : "exists " + type, null);
            return new ExistenceNode(index, kind == RuleCondition.Kind.EXISTS, pattern(pattern, index));
        }

        private Node other(Condition condition) {
            return new OtherNode(add(RuleCondition.Kind.OTHER, Ids.of(condition.getType()), null));
        }

        private PatternNode pattern(Pattern<?> pattern, @Nullable Integer within) {
            String type = pattern.getPatternVariable().getType().getSimpleName();
            int index = add(RuleCondition.Kind.PATTERN, type, within);
            List<ConstraintNode> constraints = new ArrayList<>();
            constraints(pattern.getConstraint(), within, constraints);
            return new PatternNode(index, pattern.getPatternVariable(), constraints, pattern.getBindings());
        }

        private void constraints(Constraint constraint, @Nullable Integer within, List<ConstraintNode> nodes) {
            Constraint.Type type = constraint.getType();
            if (type == Constraint.Type.MULTIPLE || type == Constraint.Type.AND) {
                constraint.getChildren().forEach(child -> constraints(child, within, nodes));
            } else if (constraint != SingleConstraint.TRUE) {
                nodes.add(new ConstraintNode(add(RuleCondition.Kind.CONSTRAINT, text(constraint), within), constraint));
            }
        }

        private static String text(Constraint constraint) {
            return constraint.getType() == Constraint.Type.OR
                    ? constraint.getChildren().stream().map(Reader::text).collect(Collectors.joining(" || "))
                    : constraint.predicateInformation().getStringConstraint();
        }

        private int add(RuleCondition.Kind kind, String what, @Nullable Integer within) {
            RuleText.Place place = text.next(what);
            conditions.add(new RuleCondition(kind, what, place.line(), place.column(), within));
            return conditions.size() - 1;
        }
    }
}
