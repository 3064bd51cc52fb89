package advisor.rules.text;

import advisor.text.NearestName;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The properties of a fact: what a rule reads of it by name. */
public final class Properties {
    /** What every object has, a word that means something else in a rule, and parts whose properties the whole has. */
    private static final Set<String> NOT_FOR_RULES =
            Set.of("equals", "hashCode", "toString", "compareTo", "in", "hardware", "terms", "prices", "papers");

    private static final Pattern PATH =
            Pattern.compile("^[\\p{L}_$][\\p{L}\\p{N}_$]*([.!]+[\\p{L}_$][\\p{L}\\p{N}_$]*)*");

    private Properties() {}

    /** The type of a property; {@code null} if there is none of that name. */
    public static @Nullable Class<?> type(Class<?> owner, String name) {
        try {
            Method method = owner.getMethod(name);
            return isProperty(method) ? method.getReturnType() : null;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    /** Whether a method of a fact is one of those that {@code rules/FACTS.md} lists: it tells something of the fact. */
    public static boolean isProperty(Method method) {
        Class<?> type = method.getDeclaringClass();
        return Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic()
                && !NOT_FOR_RULES.contains(method.getName())
                && FactTypes.isFact(type)
                && !makesACopy(method);
    }

    /** Whether it makes another of its own type, with which no rule could compare anything. */
    private static boolean makesACopy(Method method) {
        return method.getReturnType() == method.getDeclaringClass()
                && !Comparable.class.isAssignableFrom(method.getReturnType());
    }

    /** Names that may have been meant by one that a type does not have. */
    public static String hint(Class<?> owner, String unknown) {
        TreeSet<String> names = of(owner);
        String hint = NearestName.hint(unknown, names);
        return hint.startsWith("Maybe") || names.isEmpty() ? hint : "It has: %s.".formatted(String.join(", ", names));
    }

    /** Names that may have been meant where a path, as it begins a condition on a type, breaks off; else an empty text. */
    public static String hint(Optional<Class<?>> owner, String condition) {
        Matcher path = PATH.matcher(condition);
        Class<?> type = owner.orElse(null);
        if (type == null || !path.find()) {
            return "";
        }
        for (String step : path.group().split("[.!]+", -1)) {
            Class<?> next = type(type, step);
            if (next == null) {
                return hint(type, step);
            }
            type = next;
        }
        return "";
    }

    private static TreeSet<String> of(Class<?> type) {
        TreeSet<String> names = new TreeSet<>();
        if (type.isEnum()) {
            Arrays.stream(type.getEnumConstants()).map(Object::toString).forEach(names::add);
            return names;
        }
        for (Method method : type.getMethods()) {
            if (method.getParameterCount() == 0 && isProperty(method)) {
                names.add(method.getName());
            }
        }
        return names;
    }
}
