package advisor.rules.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.drools.model.Constraint;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/**
 * A comparison on a fact.
 *
 * @param ofFactAlone whether nothing else is in it, not even another variable bound on it
 */
record ConstraintNode(int condition, Constraint constraint, boolean ofFactAlone) {

    static ConstraintNode of(int condition, Constraint constraint, Variable<?> fact) {
        return new ConstraintNode(condition, constraint, usesOnly(constraint, fact.getName()));
    }

    /** Whether it holds; {@code null} if a variable in it stands for nothing. */
    @Nullable Boolean test(Bindings bindings) {
        return test(constraint, bindings);
    }

    boolean holds(Bindings bindings) {
        return Boolean.TRUE.equals(test(bindings));
    }

    /** Whether one of these variables is in it. */
    boolean uses(Set<String> variables) {
        return uses(constraint, variables);
    }

    private static boolean usesOnly(Constraint constraint, String variable) {
        if (constraint instanceof SingleConstraint single) {
            return Arrays.stream(single.getVariables())
                    .allMatch(used -> used.getName().equals(variable));
        }
        return constraint.getChildren().stream().allMatch(child -> usesOnly(child, variable));
    }

    private static boolean uses(Constraint constraint, Set<String> variables) {
        if (constraint instanceof SingleConstraint single) {
            return Arrays.stream(single.getVariables()).anyMatch(variable -> variables.contains(variable.getName()));
        }
        return constraint.getChildren().stream().anyMatch(child -> uses(child, variables));
    }

    private static @Nullable Boolean test(Constraint constraint, Bindings bindings) {
        if (constraint instanceof SingleConstraint single) {
            return testSingle(single, bindings);
        }
        boolean any = constraint.getType() == Constraint.Type.OR;
        List<@Nullable Boolean> parts = constraint.getChildren().stream()
                .map(child -> test(child, bindings))
                .toList();
        if (parts.contains(null)) {
            return null;
        }
        return any ? parts.contains(Boolean.TRUE) : !parts.contains(Boolean.FALSE);
    }

    private static @Nullable Boolean testSingle(SingleConstraint constraint, Bindings bindings) {
        Variable<?>[] variables = constraint.getVariables();
        @Nullable Object[] values = new Object[variables.length];
        for (int i = 0; i < variables.length; i++) {
            if (!bindings.has(variables[i])) {
                return null;
            }
            values[i] = bindings.value(variables[i]);
        }
        return holds(constraint, values);
    }

    /** A condition that breaks on these values does not hold of them. */
    private static boolean holds(SingleConstraint constraint, @Nullable Object[] values) {
        try {
            return constraint.getPredicate().test(values);
        } catch (Exception e) {
            // The predicate is Java that somebody wrote into a rule: it may throw whatever it likes.
            return false;
        }
    }
}
