package advisor.rules.explain;

import java.util.HashMap;
import java.util.Map;
import org.drools.model.Binding;
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

    /** These with a pattern's fact and what the pattern binds of it. */
    Bindings with(PatternNode pattern, Object fact) {
        Map<String, Bound> more = new HashMap<>(values);
        more.put(pattern.variable().getName(), new Bound(fact, fact, ""));
        pattern.bindings().forEach(binding -> bind(binding, fact, pattern, more));
        return new Bindings(more);
    }

    /** In a session it is read when something looks at it, after the constraints that guard it. */
    private static void bind(Binding binding, Object fact, PatternNode pattern, Map<String, Bound> values) {
        String name = binding.getBoundVariable().getName();
        try {
            values.put(name, new Bound(binding.eval(inputs(binding, values)), fact, pattern.path(name)));
        } catch (RuntimeException e) {
            // Reading it is Java that somebody wrote into a rule: where it breaks it stands for nothing.
            values.remove(name);
        }
    }

    /** These with what was calculated. */
    Bindings with(String name, Object calculated) {
        Map<String, Bound> more = new HashMap<>(values);
        more.put(name, new Bound(calculated, null, ""));
        return new Bindings(more);
    }

    private static @Nullable Object[] inputs(Binding binding, Map<String, Bound> values) {
        Variable<?>[] variables = binding.getInputVariables();
        @Nullable Object[] inputs = new Object[variables.length];
        for (int i = 0; i < variables.length; i++) {
            inputs[i] = value(values, variables[i].getName());
        }
        return inputs;
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
