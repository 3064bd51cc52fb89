package advisor.rules.text;

import advisor.text.NearestName;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The properties of a fact: what a rule reads of it by name. */
public final class Properties {
    private static final Set<String> OF_ANY_OBJECT =
            Set.of("getClass", "hashCode", "notify", "notifyAll", "toString", "wait");
    private static final Pattern PATH =
            Pattern.compile("^[\\p{L}_$][\\p{L}\\p{N}_$]*([.!]+[\\p{L}_$][\\p{L}\\p{N}_$]*)*");

    private Properties() {}

    /** The type of a property; {@code null} if there is none of that name. */
    public static @Nullable Class<?> type(Class<?> owner, String name) {
        try {
            return owner.getMethod(name).getReturnType();
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    /** Names that may have been meant by one that a type does not have. */
    public static String hint(Class<?> owner, String unknown) {
        TreeSet<String> names = of(owner);
        String hint = NearestName.hint(unknown, names);
        return hint.startsWith("Maybe") ? hint : "It has: %s.".formatted(String.join(", ", names));
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
            if (method.getParameterCount() == 0 && !OF_ANY_OBJECT.contains(method.getName())) {
                names.add(method.getName());
            }
        }
        return names;
    }
}
