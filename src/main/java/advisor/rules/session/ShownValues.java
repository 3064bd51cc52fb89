package advisor.rules.session;

import advisor.rules.text.Placeholders;
import advisor.rules.text.Properties;
import advisor.rules.text.RuleDefinition;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The values that a rule's sentence shows. Its placeholders are taken apart once, and looked up at each firing. */
public final class ShownValues {
    /** Looking a method up takes longer than calling it. */
    private static final ClassValue<Map<String, Method>> METHODS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private final List<Path> paths;
    private final List<String> bindings;

    private ShownValues(List<Path> paths) {
        this.paths = paths;
        this.bindings = paths.stream().map(Path::binding).distinct().toList();
    }

    public static ShownValues of(RuleDefinition rule) {
        return new ShownValues(
                Placeholders.in(rule.text().en()).stream().map(Path::of).toList());
    }

    /**
     * @param text {@code candidate.cost.total}
     * @param properties {@code cost}, {@code total}
     */
    private record Path(String text, String binding, List<String> properties) {
        static Path of(String text) {
            List<String> steps = Arrays.asList(text.split("\\.", -1));
            return new Path(text, steps.get(0), List.copyOf(steps.subList(1, steps.size())));
        }
    }

    /** Names of the variables that the paths start from, without their {@code $}. */
    public List<String> bindings() {
        return bindings;
    }

    /** @param bound the value of a binding, by its place among the {@link #bindings()} */
    public Map<String, @Nullable Object> of(IntFunction<@Nullable Object> bound) {
        Map<String, @Nullable Object> values = new TreeMap<>();
        for (Path path : paths) {
            values.put(path.text(), follow(bound.apply(bindings.indexOf(path.binding())), path.properties()));
        }
        return values;
    }

    private static @Nullable Object follow(@Nullable Object start, List<String> properties) {
        Object value = start;
        for (String property : properties) {
            if (value == null) {
                return null;
            }
            value = property(value, property);
        }
        return value;
    }

    private static Method method(Class<?> type, String name) {
        return METHODS.get(type).computeIfAbsent(name, asked -> {
            try {
                Method method = type.getMethod(asked);
                if (!Properties.isProperty(method)) {
                    throw none(type, asked, null);
                }
                return method;
            } catch (NoSuchMethodException e) {
                throw none(type, asked, e);
            }
        });
    }

    private static IllegalArgumentException none(Class<?> type, String name, @Nullable Exception cause) {
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
