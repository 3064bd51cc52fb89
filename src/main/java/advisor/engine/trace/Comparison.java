package advisor.engine.trace;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A comparison of two values, with their types. */
public record Comparison(String text, Class<?> left, Class<?> right) {
    private static final Pattern TWO_SIDES =
            Pattern.compile("^([\\p{L}_][\\w.]*)\\s*(?:==|!=|<=|>=|<|>)\\s*(\\$?[\\p{L}_][\\w.]*)$");

    /** The comparison that a condition on a fact makes; none if a side is no path. */
    static Optional<Comparison> of(String text, Class<?> fact, Map<String, Class<?>> bound) {
        Matcher matcher = TWO_SIDES.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Class<?> left = type(matcher.group(1), fact, bound);
        Class<?> right = type(matcher.group(2), fact, bound);
        return left == null || right == null ? Optional.empty() : Optional.of(new Comparison(text, left, right));
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

    private static @Nullable Class<?> type(String path, Class<?> fact, Map<String, Class<?>> bound) {
        String[] steps = path.split("\\.", -1);
        boolean variable = steps[0].startsWith("$");
        Class<?> type = variable ? bound.get(steps[0]) : fact;
        for (int i = variable ? 1 : 0; i < steps.length && type != null; i++) {
            type = property(type, steps[i]);
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
