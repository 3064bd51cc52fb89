package advisor.rules.explain;

import advisor.rules.explain.AccumulateNode.Function;
import advisor.rules.text.RuleDefinition;
import advisor.text.Ids;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.model.AccumulatePattern;
import org.drools.model.Condition;
import org.drools.model.Constraint;
import org.drools.model.Declaration;
import org.drools.model.DeclarationSource;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/** Takes a compiled rule apart and finds each part in the text. */
public final class LogicReader {
    private final RuleDefinition rule;
    private final RuleText text;
    private final List<RuleCondition> conditions = new ArrayList<>();
    private final List<String> unexplained = new ArrayList<>();

    /** @param lines of the file that the rule was compiled from */
    public static RuleLogic read(Rule compiled, RuleDefinition rule, List<String> lines) {
        return new LogicReader(rule, lines).read(compiled);
    }

    LogicReader(RuleDefinition rule, List<String> lines) {
        this.rule = rule;
        this.text = new RuleText(lines, rule.line(), rule.endLine());
    }

    RuleLogic read(Rule compiled) {
        if (compiled.getConsequences().size() > 1) {
            unexplained.add("more than one consequence");
        }
        List<Node> nodes = read(List.of(compiled.getView()), null);
        return new RuleLogic(rule, conditions, nodes, unexplained);
    }

    private List<Node> read(List<? extends Condition> parts, @Nullable Integer within) {
        List<Node> nodes = new ArrayList<>();
        parts.forEach(part -> read(part, within, nodes));
        return nodes;
    }

    private void read(Condition condition, @Nullable Integer within, List<Node> nodes) {
        switch (condition.getType()) {
            case AND -> nodes.addAll(read(condition.getSubConditions(), within));
            case PATTERN -> nodes.add(pattern((Pattern<?>) condition, within));
            case ACCUMULATE -> accumulate((AccumulatePattern<?>) condition, within, nodes);
            case NOT, EXISTS -> nodes.add(existence(condition, within));
            case FORALL -> forall(condition.getSubConditions(), within, nodes);
            case OR -> nodes.add(either(condition.getSubConditions(), within));
            case CONSEQUENCE -> {}
            default -> unexplained.add(Ids.of(condition.getType()));
        }
    }

    private Node existence(Condition condition, @Nullable Integer within) {
        boolean wanted = condition.getType() == Condition.Type.EXISTS;
        RuleCondition.Kind kind = wanted ? RuleCondition.Kind.EXISTS : RuleCondition.Kind.NOT;
        List<Condition> parts = condition.getSubConditions();
        int index = add(kind, Ids.of(kind) + " " + facts(parts), within);
        return new ExistenceNode(index, wanted, read(parts, index));
    }

    /** {@code Candidate}, or {@code ( Candidate, Parameter )} if there are several. */
    private static String facts(List<? extends Condition> parts) {
        List<String> facts = parts.stream().flatMap(LogicReader::types).toList();
        return parts.get(0) instanceof Pattern<?> ? facts.get(0) : "( " + String.join(", ", facts) + " )";
    }

    private static Stream<String> types(Condition condition) {
        return condition instanceof Pattern<?> pattern && !(condition instanceof AccumulatePattern<?>)
                ? Stream.of(pattern.getPatternVariable().getType().getSimpleName())
                : condition.getSubConditions().stream().flatMap(LogicReader::types);
    }

    private Node either(List<Condition> branches, @Nullable Integer within) {
        int index = add(RuleCondition.Kind.OR, "or", within);
        return new EitherNode(
                index,
                branches.stream().map(branch -> read(List.of(branch), index)).toList());
    }

    /** The engine builds one of several patterns anew for each network, and not the same. */
    private void forall(List<Condition> parts, @Nullable Integer within, List<Node> nodes) {
        if (parts.size() == 1 && parts.get(0) instanceof Pattern<?> pattern) {
            int index = add(RuleCondition.Kind.FORALL, "forall " + facts(parts), within);
            nodes.add(new ForallNode(index, pattern(pattern, index)));
        } else {
            unexplained.add("forall of several patterns");
        }
    }

    /** The engine takes a {@code not} within for an {@code exists}. */
    private void accumulate(AccumulatePattern<?> condition, @Nullable Integer within, List<Node> nodes) {
        List<? extends Condition> parts = condition.isQuerySource()
                ? List.of()
                : condition.isCompositePatterns()
                        ? condition.getCondition().getSubConditions()
                        : List.of(condition.getPattern());
        if (parts.isEmpty() || !parts.stream().allMatch(part -> part.getType() == Condition.Type.PATTERN)) {
            unexplained.add("accumulate over more than patterns");
            return;
        }
        int index = add(RuleCondition.Kind.ACCUMULATE, "accumulate", within);
        nodes.add(new AccumulateNode(
                index,
                parts.stream().map(part -> pattern((Pattern<?>) part, index)).toList(),
                Arrays.stream(condition.getAccumulateFunctions())
                        .map(Function::of)
                        .toList()));
    }

    private PatternNode pattern(Pattern<?> pattern, @Nullable Integer within) {
        String type = pattern.getPatternVariable().getType().getSimpleName();
        int index = add(RuleCondition.Kind.PATTERN, type, within);
        List<ConstraintNode> constraints = new ArrayList<>();
        constraints(pattern.getConstraint(), pattern.getPatternVariable(), within, constraints);
        return new PatternNode(
                index,
                pattern.getPatternVariable(),
                constraints,
                pattern.getBindings(),
                elements(pattern.getPatternVariable()),
                text.paths());
    }

    /** What a pattern takes its facts from; {@code null} if from all. */
    private @Nullable Elements elements(Variable<?> variable) {
        if (!(variable instanceof Declaration<?> declaration)) {
            return null;
        }
        DeclarationSource source = declaration.getSource();
        Elements elements = source == null ? null : Elements.of(source);
        if (declaration.getWindow() != null || (source != null && elements == null)) {
            unexplained.add("from something else than a value");
        }
        return elements;
    }

    private void constraints(
            Constraint constraint, Variable<?> fact, @Nullable Integer within, List<ConstraintNode> nodes) {
        Constraint.Type type = constraint.getType();
        if (type == Constraint.Type.MULTIPLE || type == Constraint.Type.AND) {
            constraint.getChildren().forEach(child -> constraints(child, fact, within, nodes));
        } else if (constraint != SingleConstraint.TRUE) {
            if (constraint instanceof SingleConstraint single && single.isTemporal()) {
                unexplained.add("temporal");
            }
            nodes.add(
                    ConstraintNode.of(add(RuleCondition.Kind.CONSTRAINT, text(constraint), within), constraint, fact));
        }
    }

    private static String text(Constraint constraint) {
        return constraint.getType() == Constraint.Type.OR
                ? constraint.getChildren().stream().map(LogicReader::text).collect(Collectors.joining(" || "))
                : constraint.predicateInformation().getStringConstraint();
    }

    private int add(RuleCondition.Kind kind, String what, @Nullable Integer within) {
        RuleText.Place place = text.next(what);
        conditions.add(new RuleCondition(kind, what, place.line(), place.column(), within));
        return conditions.size() - 1;
    }
}
