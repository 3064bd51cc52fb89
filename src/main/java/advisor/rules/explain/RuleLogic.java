package advisor.rules.explain;

import advisor.facts.Finding;
import advisor.rules.text.RuleDefinition;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The conditions of a compiled rule, with their places in the rule file. Immutable. */
public final class RuleLogic {
    private static final Set<String> OTHER_KINDS = EnumSet.complementOf(EnumSet.of(Finding.Kind.NOTE)).stream()
            .map("kind == Finding.Kind.%s"::formatted)
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern NAMED = Pattern.compile("rule (==|in) [\"(][^|&]*");

    private final RuleDefinition rule;
    private final List<RuleCondition> conditions;
    private final List<Node> nodes;
    private final List<String> unexplained;

    RuleLogic(RuleDefinition rule, List<RuleCondition> conditions, List<Node> nodes, List<String> unexplained) {
        this.rule = rule;
        this.conditions = List.copyOf(conditions);
        this.nodes = List.copyOf(nodes);
        this.unexplained = List.copyOf(unexplained);
    }

    public RuleDefinition rule() {
        return rule;
    }

    /** In the order in which they are written. */
    public List<RuleCondition> conditions() {
        return conditions;
    }

    /** Forms of condition in it that only a session understands: {@code query}. */
    public List<String> unexplained() {
        return unexplained;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** Whether it speaks of candidates, one by one. */
    public boolean hasSubject() {
        return nodes.stream().flatMap(Node::bindingPatterns).anyMatch(PatternNode::isSubject);
    }

    /** The types of what its patterns bind, by the names of the variables. */
    public Map<String, Class<?>> boundTypes() {
        Map<String, Class<?>> types = new HashMap<>();
        for (Node node : nodes) {
            node.bindingPatterns().forEach(pattern -> {
                types.put(pattern.variable().getName(), pattern.type());
                pattern.bindings()
                        .forEach(binding -> types.put(
                                binding.getBoundVariable().getName(),
                                binding.getBoundVariable().getType()));
            });
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
            boolean ofOne =
                    node.allPatterns().anyMatch(pattern -> (isSubject(node, pattern)) || isOf(pattern, ofCandidate));
            if (owns(node, condition)) {
                return !ofOne;
            }
            if (ofOne) {
                bound(node, ofCandidate);
            }
        }
        return false;
    }

    /** Whether any note may make it speak or keep it silent: it asks for findings neither of another kind nor of named rules. */
    public boolean mindsAnyNote() {
        return nodes.stream()
                .flatMap(Node::allPatterns)
                .filter(pattern -> pattern.type() == Finding.OnCandidate.class)
                .anyMatch(pattern -> pattern.constraints().stream()
                        .map(constraint ->
                                conditions.get(constraint.condition()).text())
                        .noneMatch(text -> OTHER_KINDS.contains(text)
                                || NAMED.matcher(text).matches()));
    }

    /** Whether what other rules state may make it speak or keep it silent. */
    public boolean mindsFindings() {
        return nodes.stream()
                .flatMap(Node::allPatterns)
                .anyMatch(pattern -> Finding.class.isAssignableFrom(pattern.type()));
    }

    private static boolean isSubject(Node node, PatternNode pattern) {
        return pattern.isSubject() && node.bindingPatterns().anyMatch(pattern::equals);
    }

    /** Adds what a node binds. */
    private static void bound(Node node, Set<String> variables) {
        node.bindingPatterns().forEach(pattern -> {
            variables.add(pattern.variable().getName());
            pattern.bindings()
                    .forEach(binding -> variables.add(binding.getBoundVariable().getName()));
        });
        if (node instanceof AccumulateNode accumulate) {
            accumulate
                    .functions()
                    .forEach(function -> variables.add(function.result().getName()));
        }
    }

    /** Whether a variable is bound by the candidate or by what is joined to it. */
    public boolean isOfCandidate(String variable) {
        Set<String> ofCandidate = new HashSet<>();
        nodes.stream()
                .flatMap(Node::bindingPatterns)
                .filter(pattern -> pattern.isSubject() || uses(pattern, ofCandidate))
                .forEach(pattern -> pattern.bindings()
                        .forEach(binding ->
                                ofCandidate.add(binding.getBoundVariable().getName())));
        return ofCandidate.contains(variable);
    }

    /** Whether it looks at what is of the candidate, or is such a thing itself. */
    private static boolean isOf(PatternNode pattern, Set<String> ofCandidate) {
        return ofCandidate.contains(pattern.variable().getName()) || uses(pattern, ofCandidate);
    }

    private static boolean uses(PatternNode pattern, Set<String> variables) {
        return pattern.constraints().stream().anyMatch(constraint -> constraint.uses(variables));
    }

    /** Whether a condition is one of the node's that stand for themselves. */
    private boolean owns(Node node, RuleCondition condition) {
        return conditions.get(node.condition()) == condition
                || (node instanceof PatternNode pattern
                        && pattern.constraints().stream()
                                .anyMatch(constraint -> conditions.get(constraint.condition()) == condition));
    }

    /** The comparisons of two values in its patterns, as far as their types are known. */
    public List<Comparison> comparisons() {
        Map<String, Class<?>> bound = boundTypes();
        return nodes.stream()
                .filter(node -> !(node instanceof AccumulateNode))
                .flatMap(Node::allPatterns)
                .flatMap(pattern -> pattern.constraints().stream()
                        .map(constraint ->
                                conditions.get(constraint.condition()).expression())
                        .flatMap(condition -> Comparison.of(condition, pattern.type(), bound).stream()))
                .toList();
    }
}
