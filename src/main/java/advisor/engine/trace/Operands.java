package advisor.engine.trace;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads from the text of a condition which values it looks at. */
final class Operands {
    private static final Pattern PATH =
            Pattern.compile("\"[^\"]*\"|\\$?[\\p{L}_][\\p{L}\\p{N}_]*(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*)*\\(?");
    private static final Set<String> WORDS =
            Set.of("in", "not", "null", "true", "false", "contains", "matches", "memberOf", "str");

    private Operands() {}

    /** The values that a condition compares on a fact, in the order in which they are written. */
    static List<Operand> of(String condition, Object fact, Bindings bindings) {
        Map<String, Operand> operands = new LinkedHashMap<>();
        Matcher matcher = PATH.matcher(condition);
        while (matcher.find()) {
            path(matcher.group())
                    .flatMap(path -> operand(path, fact, bindings))
                    .ifPresent(operand -> operands.putIfAbsent(operand.path(), operand));
        }
        return new ArrayList<>(operands.values());
    }

    /** A path without the method that is called at its end; none for texts, words and constants. */
    private static Optional<String> path(String token) {
        String path = token.endsWith("(") ? owner(token) : token;
        boolean constant = !path.isEmpty() && Character.isUpperCase(path.charAt(0));
        return path.isEmpty() || path.startsWith("\"") || constant || WORDS.contains(path)
                ? Optional.empty()
                : Optional.of(path);
    }

    private static String owner(String call) {
        return call.substring(0, Math.max(0, call.lastIndexOf('.')));
    }

    private static Optional<Operand> operand(String path, Object fact, Bindings bindings) {
        String[] steps = path.split("\\.", -1);
        boolean bound = steps[0].startsWith("$");
        if (bound && !bindings.has(steps[0])) {
            return Optional.empty();
        }
        Object start = bound ? bindings.value(steps[0]) : fact;
        return follow(start, steps, bound ? 1 : 0).map(value -> new Operand(path, value.value()));
    }

    private record Value(@Nullable Object value) {}

    /** The value at the end of the steps; none if a step is no property. */
    private static Optional<Value> follow(@Nullable Object start, String[] steps, int first) {
        Object value = start;
        for (int i = first; i < steps.length && value != null; i++) {
            Optional<Value> next = property(value, steps[i]);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            value = next.get().value();
        }
        return Optional.of(new Value(value));
    }

    private static Optional<Value> property(Object owner, String name) {
        try {
            return Optional.of(new Value(owner.getClass().getMethod(name).invoke(owner)));
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return Optional.empty();
        }
    }
}
