package advisor.engine.trace;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.drools.model.Binding;
import org.drools.model.Variable;

/**
 * A fact of a type, and what must hold of it.
 *
 * @param paths what the variables of the rule stand for, as paths within the facts that they are bound on
 */
record PatternNode(
        int condition,
        Variable<?> variable,
        List<ConstraintNode> constraints,
        Collection<Binding> bindings,
        Map<String, String> paths)
        implements Node {

    /** What a variable stands for, as a path within the fact; empty if it is not written so. */
    String path(String variable) {
        return paths.getOrDefault(variable, "");
    }

    /** Whether all that must hold of its fact does. */
    boolean holds(Bindings bindings) {
        return constraints.stream().allMatch(constraint -> Boolean.TRUE.equals(constraint.test(bindings)));
    }

    Class<?> type() {
        return variable.getType();
    }

    /** Whether a rule names this fact its candidate. */
    boolean isSubject() {
        return variable.getName().equals("$candidate");
    }
}
