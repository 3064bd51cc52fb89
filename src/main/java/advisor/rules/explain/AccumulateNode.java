package advisor.rules.explain;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.drools.model.Argument;
import org.drools.model.Variable;
import org.drools.model.functions.accumulate.AccumulateFunction;
import org.jspecify.annotations.Nullable;

/** Values that are calculated over all facts that satisfy patterns. */
record AccumulateNode(int condition, List<PatternNode> patterns, List<Function> functions) implements Node {

    /** One calculation: what goes in, and what its result is called. */
    record Function(@Nullable Argument<?> source, Variable<?> result, AccumulateFunction made) {
        static Function of(AccumulateFunction function) {
            return new Function(function.getSource(), function.getResult(), function);
        }

        /** The result over matches; {@code null} if there is none, as of the largest of nothing. */
        @Nullable Object over(List<Bindings> matches) {
            return made.createFunctionObject() instanceof org.kie.api.runtime.rule.AccumulateFunction<?> function
                    ? result(function, matches)
                    : null;
        }

        private <C extends Serializable> @Nullable Object result(
                org.kie.api.runtime.rule.AccumulateFunction<C> function, List<Bindings> matches) {
            try {
                C context = function.createContext();
                function.init(context);
                for (Bindings match : matches) {
                    function.accumulate(context, input(match));
                }
                return function.getResult(context);
            } catch (Exception e) {
                // A function may be anybody's: one that breaks has no result, as it has none in the engine.
                return null;
            }
        }

        private @Nullable Object input(Bindings match) {
            return source instanceof Variable<?> variable ? match.value(variable) : null;
        }
    }

    @Override
    public Stream<PatternNode> allPatterns() {
        return patterns.stream();
    }

    /** What is bound, with what the functions give over matches; functions without a result are left out. */
    Bindings results(List<Bindings> matches, Bindings bindings) {
        Bindings all = bindings;
        for (Function function : functions) {
            Object result = function.over(matches);
            if (result != null) {
                all = all.with(function.result().getName(), result);
            }
        }
        return all;
    }

    /** Whether every function has a result. */
    boolean holds(Bindings results) {
        return functions.stream().allMatch(function -> results.has(function.result()));
    }
}
