package advisor.engine.trace;

import java.util.HashMap;
import java.util.Map;
import org.drools.model.Binding;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/** What a rule's variables stand for so far. Immutable. */
final class Bindings {
    static final Bindings NONE = new Bindings(Map.of());

    private final Map<String, @Nullable Object> values;

    private Bindings(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    /** These with a pattern's fact and what the pattern binds of it. */
    Bindings with(PatternNode pattern, Object fact) {
        Map<String, @Nullable Object> more = new HashMap<>(values);
        more.put(pattern.variable().getName(), fact);
        for (Binding binding : pattern.bindings()) {
            more.put(binding.getBoundVariable().getName(), binding.eval(inputs(binding, more)));
        }
        return new Bindings(more);
    }

    private static @Nullable Object[] inputs(Binding binding, Map<String, @Nullable Object> values) {
        Variable<?>[] variables = binding.getInputVariables();
        @Nullable Object[] inputs = new Object[variables.length];
        for (int i = 0; i < variables.length; i++) {
            inputs[i] = values.get(variables[i].getName());
        }
        return inputs;
    }

    boolean has(Variable<?> variable) {
        return values.containsKey(variable.getName());
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    @Nullable Object value(Variable<?> variable) {
        return value(variable.getName());
    }

    @Nullable Object value(String name) {
        return values.get(name);
    }
}
