package advisor.rules.explain;

import advisor.rules.text.Expression;
import advisor.rules.text.Expression.Path;
import advisor.rules.text.FactTypes;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls the methods that conditions call: those of facts alone, which see nothing but their arguments. */
final class Calls {
    /** The methods of a type by their names: to look for one takes longer than to call it. */
    private static final ClassValue<Map<String, List<Method>>> METHODS = new ClassValue<>() {
        @Override
        protected Map<String, List<Method>> computeValue(Class<?> type) {
            return Arrays.stream(type.getMethods()).collect(Collectors.groupingBy(Method::getName));
        }
    };

    private Calls() {}

    /** What a call gave. */
    record Result(@Nullable Object value) {}

    /** Reads a property; nothing if there is none, or if it breaks. */
    static Optional<Result> property(Object owner, String name) {
        return methods(owner, name)
                .filter(method -> method.getParameterCount() == 0)
                .findFirst()
                .flatMap(method -> invoked(owner, method));
    }

    private static Stream<Method> methods(Object owner, String name) {
        return METHODS.get(owner.getClass()).getOrDefault(name, List.of()).stream();
    }

    /**
     * Calls a method by its name.
     *
     * @param arguments as they are written: {@code $day}, {@code QuoteKind.LIST}, {@code 1}
     * @return nothing if there is no such method of a fact, or if it breaks
     */
    static Optional<Result> call(Object owner, String method, List<Expression> arguments, Bindings bindings) {
        return methods(owner, method)
                .filter(one -> one.getParameterCount() == arguments.size())
                .filter(one -> FactTypes.isFact(one.getDeclaringClass()))
                .flatMap(one -> invoked(owner, one, arguments, bindings).stream())
                .findFirst();
    }

    private static Optional<Result> invoked(
            Object owner, Method method, List<Expression> arguments, Bindings bindings) {
        @Nullable Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = argument(arguments.get(i), method.getParameterTypes()[i], bindings);
        }
        return invoked(owner, method, values);
    }

    private static Optional<Result> invoked(Object owner, Method method, @Nullable Object... values) {
        try {
            return Optional.of(new Result(method.invoke(owner, values)));
        } catch (IllegalAccessException | InvocationTargetException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Object argument(Expression argument, Class<?> type, Bindings bindings) {
        if (argument instanceof Path path && path.isVariable()) {
            return bindings.value(path.text());
        }
        return type.isEnum() ? constant(argument.text(), type) : literal(argument.text());
    }

    private static @Nullable Object constant(String text, Class<?> type) {
        String name = text.substring(text.lastIndexOf('.') + 1);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Object literal(String text) {
        if (text.startsWith("\"")) {
            return text.substring(1, text.length() - 1);
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return text.matches("\\d+") ? Integer.valueOf(text) : null;
    }
}
