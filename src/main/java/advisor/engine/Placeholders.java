package advisor.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code {binding.path}} placeholders of a rule's sentences, and the values behind them. */
final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][\\w.]*)%?\\}");

    /** Looking a method up takes longer than calling it. */
    private static final ClassValue<Map<String, Method>> METHODS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private Placeholders() {}

    /** The paths that a template names, without the per cent mark. */
    static Set<String> in(String template) {
        Set<String> paths = new LinkedHashSet<>();
        Matcher matcher = PLACEHOLDER.matcher(template);
        while (matcher.find()) {
            paths.add(matcher.group(1));
        }
        return paths;
    }

    /** The value of each path, starting from a binding of that name. */
    static Map<String, @Nullable Object> values(Set<String> paths, Function<String, @Nullable Object> binding) {
        Map<String, @Nullable Object> values = new TreeMap<>();
        for (String path : paths) {
            String[] steps = path.split("\\.", -1);
            values.put(path, follow(binding.apply(steps[0]), steps));
        }
        return values;
    }

    private static @Nullable Object follow(@Nullable Object start, String[] steps) {
        Object value = start;
        for (int i = 1; i < steps.length && value != null; i++) {
            value = property(value, steps[i]);
        }
        return value;
    }

    private static Method method(Class<?> type, String name) {
        return METHODS.get(type).computeIfAbsent(name, asked -> {
            try {
                return type.getMethod(asked);
            } catch (NoSuchMethodException e) {
                throw none(type, asked, e);
            }
        });
    }

    private static IllegalArgumentException none(Class<?> type, String name, Exception cause) {
        return new IllegalArgumentException("A %s has no property (%s).".formatted(type.getSimpleName(), name), cause);
    }

    private static @Nullable Object property(Object owner, String name) {
        try {
            return method(owner.getClass(), name).invoke(owner);
        } catch (IllegalAccessException e) {
            throw none(owner.getClass(), name, e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The property (%s) cannot be read.".formatted(name), e.getCause());
        }
    }
}
