package advisor.rules.explain;

import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/** What a rule's variables stand for so far: each knows those before it. Immutable. */
final class Bindings {
    static final Bindings NONE = new Bindings(null, "", null);

    private final @Nullable Bindings before;
    private final String name;
    private final @Nullable Bound bound;

    /** @param bound {@code null} if the variable stands for nothing */
    private Bindings(@Nullable Bindings before, String name, @Nullable Bound bound) {
        this.before = before;
        this.name = name;
        this.bound = bound;
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
        return new Bindings(this, name, bound);
    }

    /** These without one. */
    Bindings without(String name) {
        return new Bindings(this, name, null);
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
        return bound(variable.getName()) != null;
    }

    @Nullable Object value(Variable<?> variable) {
        return value(variable.getName());
    }

    @Nullable Object value(String name) {
        Bound found = bound(name);
        return found == null ? null : found.value();
    }

    @Nullable Bound bound(String name) {
        for (Bindings each = this; each != null; each = each.before) {
            if (each.name.equals(name)) {
                return each.bound;
            }
        }
        return null;
    }
}
