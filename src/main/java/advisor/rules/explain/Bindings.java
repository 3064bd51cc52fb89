package advisor.rules.explain;

import java.util.ArrayList;
import java.util.List;
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
    record Bound(@Nullable Object value, @Nullable Object owner, String field) {
        @Nullable Object place() {
            return owner == null ? value : new Place(owner, field);
        }
    }

    /** A field of one fact, and of no other that is equal to it. */
    private record Place(Object owner, String field) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Place place && place.owner == owner && place.field.equals(field);
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(owner) + field.hashCode();
        }
    }

    /** Where all that is bound stands: equal for bindings that stand for the same of the same facts. */
    List<@Nullable Object> places() {
        List<@Nullable Object> places = new ArrayList<>();
        for (Bindings each = this; each != null; each = each.before) {
            places.add(each.name);
            places.add(each.bound == null ? null : each.bound.place());
        }
        return places;
    }

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
        return has(variable.getName());
    }

    boolean has(String name) {
        return bound(name) != null;
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
