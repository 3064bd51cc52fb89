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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads from the text of a condition which values it looks at. */
final class Operands {
    private static final Pattern PATH = Pattern.compile(
            "\"[^\"]*\"|(?<path>\\$?[\\p{L}_][\\p{L}\\p{N}_]*(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*)*)(?<call>\\()?");
    private static final Pattern ARGUMENTS = Pattern.compile("\\(([^()]*)\\)");
    private static final Set<String> WORDS =
            Set.of("in", "not", "null", "true", "false", "contains", "matches", "memberOf", "str");

    private final Object fact;
    private final Bindings bindings;

    private Operands(Object fact, Bindings bindings) {
        this.fact = fact;
        this.bindings = bindings;
    }

    /** The values that a condition compares on a fact, in the order in which they are written. */
    static List<Operand> of(String condition, Object fact, Bindings bindings) {
        return new Operands(fact, bindings).of(condition);
    }

    private List<Operand> of(String condition) {
        Map<String, Operand> operands = new LinkedHashMap<>();
        Matcher matcher = PATH.matcher(condition);
        while (matcher.find()) {
            String path = matcher.group("path");
            if (path != null && !Character.isUpperCase(path.charAt(0)) && !WORDS.contains(path)) {
                Optional<Operand> operand = matcher.group("call") == null
                        ? property(path)
                        : call(path, condition.substring(matcher.start("call")));
                operand.ifPresent(found -> operands.putIfAbsent(found.path(), found));
            }
        }
        return new ArrayList<>(operands.values());
    }

    private Optional<Operand> property(String path) {
        return start(path).flatMap(start -> follow(start.value(), start.steps())
                .map(value -> new Operand(path, value.value(), start.owner(), start.field())));
    }

    /** What a method gives; what it is called on if it is none of the fact model. */
    private Optional<Operand> call(String path, String rest) {
        int dot = path.lastIndexOf('.');
        Optional<Operand> owner =
                dot < 0 ? Optional.of(new Operand("", fact, fact, "")) : property(path.substring(0, dot));
        return owner.flatMap(on ->
                call(on, path, path.substring(dot + 1), arguments(rest)).or(() -> dot < 0 ? Optional.empty() : owner));
    }

    private Optional<Operand> call(Operand on, String path, String method, List<String> arguments) {
        Object owner = on.value();
        Optional<Calls.Result> result =
                owner == null ? Optional.of(new Calls.Result(null)) : Calls.call(owner, method, arguments, bindings);
        String text = path + "(" + String.join(", ", arguments) + ")";
        return result.map(found -> new Operand(text, found.value(), on.owner(), joined(on.field(), List.of(method))));
    }

    private static List<String> arguments(String text) {
        Matcher matcher = ARGUMENTS.matcher(text);
        return matcher.lookingAt() && !matcher.group(1).isBlank()
                ? List.of(matcher.group(1).strip().split("\\s*,\\s*", -1))
                : List.of();
    }

    /** Where a path begins: at a variable, or at the fact itself. */
    private record Start(@Nullable Object value, List<String> steps, @Nullable Object owner, String field) {}

    private Optional<Start> start(String path) {
        List<String> steps = List.of(path.split("\\.", -1));
        if (!path.startsWith("$")) {
            return Optional.of(new Start(fact, steps, fact, path));
        }
        Bindings.Bound bound = bindings.bound(steps.get(0));
        List<String> more = steps.subList(1, steps.size());
        return bound == null
                ? Optional.empty()
                : Optional.of(new Start(bound.value(), more, bound.owner(), joined(bound.field(), more)));
    }

    private static String joined(String field, List<String> steps) {
        return Stream.concat(field.isEmpty() ? Stream.empty() : Stream.of(field), steps.stream())
                .collect(Collectors.joining("."));
    }

    private record Value(@Nullable Object value) {}

    /** The value at the end of the steps; none if a step is no property. */
    private static Optional<Value> follow(@Nullable Object start, List<String> steps) {
        Object value = start;
        for (String step : steps) {
            Optional<Value> next = value == null ? Optional.of(new Value(null)) : property(value, step);
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
