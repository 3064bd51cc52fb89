package advisor.rules.explain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.drools.model.From0;
import org.drools.model.From1;
import org.drools.model.From2;
import org.drools.model.From3;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/** What a pattern looks at instead of the facts: the elements of a value, {@code from} which it takes them. */
record Elements(List<Variable<?>> variables, Provider provider) {

    /** Gives the value of some variables' values. */
    @FunctionalInterface
    interface Provider {
        @Nullable Object of(@Nullable Object[] values) throws Exception;
    }

    /** What a source gives; {@code null} if it is none that can be read apart from a session. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // the compiler saw to the types of the variables
    static @Nullable Elements of(Object source) {
        if (source instanceof From3 from) {
            return new Elements(
                    List.of(from.getVariable(), from.getVariable2(), from.getVariable3()),
                    values -> from.getProvider().apply(values[0], values[1], values[2]));
        }
        if (source instanceof From2 from) {
            return new Elements(List.of(from.getVariable(), from.getVariable2()), values -> from.getProvider()
                    .apply(values[0], values[1]));
        }
        if (source instanceof From1 from) {
            return new Elements(
                    List.of(from.getVariable()), values -> from.getProvider().apply(values[0]));
        }
        return source instanceof From0 from
                ? new Elements(List.of(), values -> from.getProvider().apply())
                : null;
    }

    /** The elements that are of a type; the value itself if it has none. */
    List<Object> of(Class<?> type, Bindings bindings) {
        return all(value(bindings))
                .filter(type::isInstance)
                .<Object>map(element -> element)
                .toList();
    }

    private @Nullable Object value(Bindings bindings) {
        try {
            return provider.of(variables.stream().map(bindings::value).toArray());
        } catch (Exception e) {
            // The provider is Java that somebody wrote into a rule: where it breaks there is nothing to look at.
            return null;
        }
    }

    private static Stream<?> all(@Nullable Object value) {
        if (value == null) {
            return Stream.empty();
        }
        if (value instanceof Iterable<?> many) {
            return StreamSupport.stream(many.spliterator(), false);
        }
        return value instanceof Object[] array ? Arrays.stream(array) : Stream.of(value);
    }
}
