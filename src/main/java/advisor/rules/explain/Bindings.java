package advisor.rules.explain;

import java.util.HashMap;
import java.util.Map;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/** What a rule's variables stand for so far. Immutable. */
final class Bindings {
    static final Bindings NONE = new Bindings(Map.of());

    private final Map<String, Bound> values;

    private Bindings(Map<String, Bound> values) {
        this.values = values;
    }

    /**
     * What a variable stands for.
     *
     * @param owner the fact on which it was bound; {@code null} if it was calculated
     * @param field path within that fact; empty for the fact itself
     */
    record Bound(@Nullable Object value, @Nullable Object owner, String field) {}

    /** These with one more. */
    Bindings with(String name, Bound bound) {
        Map<String, Bound> more = new HashMap<>(values);
        more.put(name, bound);
        return new Bindings(more);
    }

    /** These without one. */
    Bindings without(String name) {
        Map<String, Bound> fewer = new HashMap<>(values);
        fewer.remove(name);
        return new Bindings(fewer);
    }

    /** These with what was calculated. */
    Bindings with(String name, Object calculated) {
        return with(name, new Bound(calculated, null, ""));
    }

    /** What some variables stand for. */
    @Nullable Object[] values(Variable<?>[] variables) {
        @Nullable Object[] found = new Object[variables.length];
        for (int i = 0; i < variables.length; i++) {
            found[i] = value(variables[i]);
        }
        return found;
    }

    boolean has(Variable<?> variable) {
        return values.containsKey(variable.getName());
    }

    @Nullable Object value(Variable<?> variable) {
        return value(variable.getName());
    }

    @Nullable Object value(String name) {
        return value(values, name);
    }

    @Nullable Bound bound(String name) {
        return values.get(name);
    }

    private static @Nullable Object value(Map<String, Bound> values, String name) {
        Bound bound = values.get(name);
        return bound == null ? null : bound.value();
    }
}
