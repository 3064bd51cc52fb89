package advisor.workshop;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One property of a fact: what a rule reads of it, or asks it about something else. */
record FactProperty(Method method) {
    private static final String OWN = "advisor.";

    private static final Map<Class<?>, String> WORDS = Map.ofEntries(
            Map.entry(boolean.class, "yes/no"),
            Map.entry(Boolean.class, "yes/no"),
            Map.entry(int.class, "whole number"),
            Map.entry(Integer.class, "whole number"),
            Map.entry(long.class, "whole number"),
            Map.entry(Long.class, "whole number"),
            Map.entry(double.class, "number"),
            Map.entry(Double.class, "number"),
            Map.entry(BigDecimal.class, "number"),
            Map.entry(String.class, "words"),
            Map.entry(LocalDate.class, "day"),
            Map.entry(Object.class, "any fact"),
            Map.entry(List.class, "list of"),
            Map.entry(Collection.class, "list of"),
            Map.entry(Set.class, "set of"),
            Map.entry(Optional.class, "if there is one,"));

    /** As a rule writes it, with the types of what it is asked about: {@code warrants(Warranty)}. */
    String name() {
        return asks() ? "%s(%s)".formatted(method.getName(), arguments()) : method.getName();
    }

    private String arguments() {
        return Arrays.stream(method.getParameterTypes())
                .map(type -> isOwn(type) ? name(type) : WORDS.getOrDefault(type, type.getSimpleName()))
                .collect(Collectors.joining(", "));
    }

    boolean asks() {
        return method.getParameterCount() > 0;
    }

    /** Whether nobody may know it. */
    boolean mayBeUnknown() {
        return method.getAnnotatedReturnType().isAnnotationPresent(Nullable.class);
    }

    /** In words, with a link to each type that has an entry of its own. */
    String type() {
        return words(method.getGenericReturnType()) + (mayBeUnknown() ? " ?" : "");
    }

    private static String words(Type type) {
        if (type instanceof ParameterizedType of) {
            String parts = Arrays.stream(of.getActualTypeArguments())
                    .map(FactProperty::words)
                    .collect(Collectors.joining(" to "));
            return WORDS.getOrDefault(of.getRawType(), "map from") + " " + parts;
        }
        Class<?> plain = (Class<?>) type;
        return isOwn(plain) ? link(plain) : WORDS.getOrDefault(plain, plain.getSimpleName());
    }

    /** The types that it leads to: its own, those of its elements, and those that it is asked about. */
    Stream<Class<?>> leadsTo() {
        return Stream.concat(Stream.of(method.getGenericReturnType()), Arrays.stream(method.getGenericParameterTypes()))
                .flatMap(FactProperty::classes);
    }

    private static Stream<Class<?>> classes(Type type) {
        return type instanceof ParameterizedType of
                ? Arrays.stream(of.getActualTypeArguments()).flatMap(FactProperty::classes)
                : Stream.<Class<?>>of((Class<?>) type);
    }

    /** How a rule uses it, where nothing better is known than its type. */
    String example() {
        Class<?> type = method.getReturnType();
        if (type == boolean.class) {
            return method.getName();
        }
        if (type.isEnum()) {
            return "%s == %s.%s".formatted(method.getName(), name(type), type.getEnumConstants()[0]);
        }
        return "$%s : %s".formatted(method.getName(), method.getName());
    }

    /** Whether it is one of this program, so that its properties need explaining. */
    static boolean isOwn(Class<?> type) {
        return type.getName().startsWith(OWN);
    }

    /** As a rule writes it: {@code Attention.Kind}. */
    static String name(Class<?> type) {
        return type.getCanonicalName().substring(type.getPackageName().length() + 1);
    }

    static String link(Class<?> type) {
        return "[%s](#%s)"
                .formatted(name(type), name(type).toLowerCase(Locale.ROOT).replace(".", ""));
    }
}
