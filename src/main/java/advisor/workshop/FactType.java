package advisor.workshop;

import advisor.rules.text.Properties;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A type of facts, of values in them, or of choices, with what rules can read of it. */
record FactType(Class<?> type) {
    String name() {
        return FactProperty.name(type);
    }

    /** The constants of a choice; empty for anything else. */
    List<String> constants() {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .toList()
                : List.of();
    }

    /** Components in the order of the record, what follows from them by name, and what can be asked by name. */
    List<FactProperty> properties() {
        List<String> components = components();
        return Arrays.stream(type.getDeclaredMethods())
                .filter(this::isRead)
                .map(FactProperty::new)
                .sorted(Comparator.comparing(FactProperty::asks)
                        .thenComparing(property -> place(components, property))
                        .thenComparing(FactProperty::name))
                .toList();
    }

    /** Those of a part stand where the part does, which rules do not name. */
    private List<String> components() {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .flatMap(component -> Properties.isProperty(component.getAccessor())
                                ? Stream.of(component.getName())
                                : new FactType(component.getType()).components().stream())
                        .toList()
                : List.of();
    }

    private static int place(List<String> components, FactProperty property) {
        int place = property.asks() ? -1 : components.indexOf(property.name());
        return place < 0 ? components.size() : place;
    }

    private boolean isRead(Method method) {
        return Properties.isProperty(method) && !standsWithTheWhole(method) && takesFacts(method);
    }

    /** Whether all kinds of what this is a kind of have it, so that it is explained there. */
    private boolean standsWithTheWhole(Method method) {
        return !components().contains(method.getName())
                && wholes().flatMap(whole -> Arrays.stream(whole.getMethods()))
                        .anyMatch(same -> same.getName().equals(method.getName()));
    }

    /** What this is a kind of. */
    private Stream<Class<?>> wholes() {
        return Arrays.stream(type.getInterfaces()).filter(Class::isSealed);
    }

    /** The kinds of it, if it is sealed. */
    List<Class<?>> kinds() {
        return type.isInterface() && type.isSealed() ? List.of(type.getPermittedSubclasses()) : List.of();
    }

    /** Whether a rule has all that it is asked about: facts and values, no collections or functions. */
    private static boolean takesFacts(Method method) {
        return !method.isVarArgs()
                && Arrays.stream(method.getGenericParameterTypes()).allMatch(Class.class::isInstance);
    }

    /** The types of this program that its properties lead to, its kinds, and what it is a kind of. */
    Stream<Class<?>> leadsTo() {
        return Stream.of(kinds().stream(), wholes(), properties().stream().flatMap(FactProperty::leadsTo))
                .flatMap(types -> types)
                .filter(FactProperty::isOwn)
                .filter(found -> found != type)
                .distinct();
    }
}
