package advisor.engine.trace;

import advisor.engine.RuleDefinition;
import advisor.engine.trace.AccumulateNode.Function;
import advisor.model.Ids;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.drools.model.AccumulatePattern;
import org.drools.model.Condition;
import org.drools.model.Constraint;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;
import org.jspecify.annotations.Nullable;

/** Takes a compiled rule apart and finds each part in the text. */
final class LogicReader {
    private final RuleDefinition rule;
    private final RuleText text;
    private final List<RuleCondition> conditions = new ArrayList<>();

    LogicReader(RuleDefinition rule, List<String> lines) {
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
            case ACCUMULATE -> nodes.add(accumulate((AccumulatePattern<?>) condition));
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

    /** Patterns whose matches are put together; anything else within is not taken apart. */
    private Node accumulate(AccumulatePattern<?> condition) {
        List<Condition> within = condition.isCompositePatterns()
                ? condition.getCondition().getSubConditions()
                : List.of(condition.getPattern());
        boolean patterns = within.stream().allMatch(part -> part.getType() == Condition.Type.PATTERN);
        if (!patterns || condition.isQuerySource()) {
            return other(condition);
        }
        int index = add(RuleCondition.Kind.ACCUMULATE, "accumulate", null);
        return new AccumulateNode(
                index,
                within.stream().map(part -> pattern((Pattern<?>) part, index)).toList(),
                Arrays.stream(condition.getAccumulateFunctions())
                        .map(Function::of)
                        .toList());
    }

    private Node other(Condition condition) {
        return new OtherNode(add(RuleCondition.Kind.OTHER, Ids.of(condition.getType()), null));
    }

    private PatternNode pattern(Pattern<?> pattern, @Nullable Integer within) {
        String type = pattern.getPatternVariable().getType().getSimpleName();
        int index = add(RuleCondition.Kind.PATTERN, type, within);
        List<ConstraintNode> constraints = new ArrayList<>();
        constraints(pattern.getConstraint(), within, constraints);
        return new PatternNode(index, pattern.getPatternVariable(), constraints, pattern.getBindings(), text.paths());
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
                ? constraint.getChildren().stream().map(LogicReader::text).collect(Collectors.joining(" || "))
                : constraint.predicateInformation().getStringConstraint();
    }

    private int add(RuleCondition.Kind kind, String what, @Nullable Integer within) {
        RuleText.Place place = text.next(what);
        conditions.add(new RuleCondition(kind, what, place.line(), place.column(), within));
        return conditions.size() - 1;
    }
}
