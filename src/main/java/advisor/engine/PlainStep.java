package advisor.engine;

import java.util.List;
import org.drools.model.Binding;
import org.drools.model.functions.Function1;
import org.jspecify.annotations.Nullable;

/** One condition of a {@link PlainRule}. */
sealed interface PlainStep {

    /** The fact that it asks for, or of which it asks whether there is one. */
    OfPattern pattern();

    /**
     * A fact of a type for which all parts hold.
     *
     * @param own what it must be whatever the facts before it
     * @param parts what is left to try beside them
     * @param join what such a fact has in common with one before it; {@code null} if nothing that can be looked up
     */
    record OfPattern(Class<?> type, int place, List<Part> own, List<Part> parts, @Nullable Join join)
            implements PlainStep {

        @Override
        public OfPattern pattern() {
            return this;
        }

        /** Whether a fact could go with any values. */
        boolean admitsAlone(Object fact, @Nullable Object[] values) throws Exception {
            return type.isInstance(fact) && holds(own, fact, values);
        }

        /** Whether a fact that is admitted alone goes with the values so far; its own are then among them. */
        boolean admits(Object fact, @Nullable Object[] values) throws Exception {
            return holds(parts, fact, values);
        }

        private boolean holds(List<Part> wanted, Object fact, @Nullable Object[] values) throws Exception {
            values[place] = fact;
            for (int i = 0; i < wanted.size(); i++) {
                if (!wanted.get(i).holds(values)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** That there is such a fact, or that there is none. */
    record OfExistence(boolean wanted, OfPattern pattern) implements PlainStep {}

    /**
     * That a value of a fact equals one of another value, so that facts need not be tried one by one.
     *
     * @param own reads it from the fact
     * @param other where the other value stands among those of a match
     * @param ofOther reads it from the other value
     */
    record Join(Function1<Object, ?> own, int other, Function1<Object, ?> ofOther) {
        @Nullable Object wanted(@Nullable Object[] values) {
            Object value = values[other];
            return value == null ? null : ofOther.apply(value);
        }
    }

    /** A constraint, or the reading of a value that is bound. */
    interface Part {
        boolean holds(@Nullable Object[] values) throws Exception;
    }

    /** Binds a value to a variable. */
    record Reading(int place, Binding binding, int[] inputs) implements Part {
        @Override
        public boolean holds(@Nullable Object[] values) {
            @Nullable Object[] arguments = new Object[inputs.length];
            for (int i = 0; i < inputs.length; i++) {
                arguments[i] = values[inputs[i]];
            }
            values[place] = binding.eval(arguments);
            return true;
        }
    }
}
