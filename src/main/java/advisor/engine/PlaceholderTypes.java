package advisor.engine;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Follows the placeholders of a rule's sentences through the types of what the rule binds. */
final class PlaceholderTypes {
    private static final Set<String> OF_ANY_OBJECT =
            Set.of("getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private final RuleDefinition rule;
    private final Map<String, Class<?>> bound;
    private final Faults faults;

    private PlaceholderTypes(RuleDefinition rule, Map<String, Class<?>> bound, Faults faults) {
        this.rule = rule;
        this.bound = bound;
        this.faults = faults;
    }

    /** @param bound types by the names of the variables */
    static void check(RuleDefinition rule, Map<String, Class<?>> bound, Faults faults) {
        PlaceholderTypes types = new PlaceholderTypes(rule, bound, faults);
        Placeholders.in(rule.text().en()).forEach(types::check);
    }

    private void check(String path) {
        List<String> steps = Arrays.asList(path.split("\\.", -1));
        Class<?> type = bound.get("$" + steps.get(0));
        for (String step : steps.subList(1, steps.size())) {
            if (type == null || type == Object.class) {
                return;
            }
            Class<?> next = property(type, step);
            if (next == null) {
                add(path, step, type);
                return;
            }
            type = next;
        }
    }

    private static @Nullable Class<?> property(Class<?> type, String name) {
        try {
            return type.getMethod(name).getReturnType();
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private void add(String path, String step, Class<?> type) {
        faults.addAt(
                Check.PLACEHOLDER_PROPERTY,
                rule.id(),
                RuleFile.Span.of(rule),
                "{" + path,
                "The placeholder ({%s}) names %s, which a %s does not have."
                        .formatted(path, step, type.getSimpleName()),
                "It has: %s.".formatted(String.join(", ", properties(type))));
    }

    private static TreeSet<String> properties(Class<?> type) {
        TreeSet<String> names = new TreeSet<>();
        for (Method method : type.getMethods()) {
            boolean ofAnyObject = OF_ANY_OBJECT.contains(method.getName());
            if (method.getParameterCount() == 0 && !ofAnyObject) {
                names.add(method.getName());
            }
        }
        return names;
    }
}
