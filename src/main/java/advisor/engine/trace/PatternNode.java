package advisor.engine.trace;

import java.util.Collection;
import java.util.List;
import org.drools.model.Binding;
import org.drools.model.Variable;

/** A fact of a type, and what must hold of it. */
record PatternNode(int condition, Variable<?> variable, List<ConstraintNode> constraints, Collection<Binding> bindings)
        implements Node {

    Class<?> type() {
        return variable.getType();
    }

    /** Whether a rule names this fact its candidate. */
    boolean isSubject() {
        return variable.getName().equals("$candidate");
    }
}
