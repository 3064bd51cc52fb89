package advisor.rules.explain;

import advisor.rules.text.Expression;
import advisor.rules.text.Expression.Path;
import advisor.rules.text.Expression.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A comparison of two values, with their types. */
public record Comparison(String text, Class<?> left, Class<?> right) {
    private static final Set<String> SIGNS = Set.of("==", "!=", "<=", ">=", "<", ">");

    /** The comparisons that a condition on a fact makes, as far as both sides are properties. */
    static List<Comparison> of(Expression condition, Class<?> fact, Map<String, Class<?>> bound) {
        return condition
                .all()
                .filter(Expression.Comparison.class::isInstance)
                .map(Expression.Comparison.class::cast)
                .filter(comparison -> SIGNS.contains(comparison.operator()))
                .flatMap(comparison -> of(comparison, fact, bound).stream())
                .toList();
    }

    private static Optional<Comparison> of(
            Expression.Comparison comparison, Class<?> fact, Map<String, Class<?>> bound) {
        Class<?> left = type(comparison.left(), fact, bound);
        Class<?> right = type(comparison.right(), fact, bound);
        return left == null || right == null
                ? Optional.empty()
                : Optional.of(new Comparison(comparison.text(), left, right));
    }

    /** Whether values of the two types can ever be compared. */
    public boolean makesSense() {
        return left == Object.class
                || right == Object.class
                || kind(left).equals(kind(right))
                || left.isAssignableFrom(right)
                || right.isAssignableFrom(left);
    }

    private static Object kind(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        return type.isPrimitive() || Number.class.isAssignableFrom(type) ? "number" : type;
    }

    private static @Nullable Class<?> type(Expression side, Class<?> fact, Map<String, Class<?>> bound) {
        if (!(side instanceof Path path)) {
            return null;
        }
        List<Step> steps = path.steps();
        Class<?> type = path.isVariable() ? bound.get(steps.get(0).text()) : fact;
        for (Step step : steps.subList(path.isVariable() ? 1 : 0, steps.size())) {
            type = type == null || step.called() ? null : property(type, step.name());
        }
        return type;
    }

    private static @Nullable Class<?> property(Class<?> type, String name) {
        try {
            return type.getMethod(name).getReturnType();
        } catch (NoSuchMethodException e) {
            return null;
        }
    }
}
