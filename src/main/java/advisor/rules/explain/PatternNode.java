package advisor.rules.explain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.drools.model.Binding;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/**
 * A fact of a type, and what must hold of it.
 *
 * @param from what is looked at instead of the facts; {@code null} if it is the facts
 * @param paths what the variables of the rule stand for, as paths within the facts that they are bound on
 */
record PatternNode(
        int condition,
        Variable<?> variable,
        List<ConstraintNode> constraints,
        Collection<Binding> bindings,
        @Nullable Elements from,
        Map<String, String> paths)
        implements Node {
    /** What rules call the candidate that they speak of. */
    static final String SUBJECT = "$candidate";

    @Override
    public Stream<PatternNode> allPatterns() {
        return Stream.of(this);
    }

    @Override
    public Stream<PatternNode> bindingPatterns() {
        return Stream.of(this);
    }

    /** How much of what must hold of its fact does not. */
    int failures(Bindings bindings) {
        int failures = 0;
        for (ConstraintNode constraint : constraints) {
            failures += constraint.holds(bindings) ? 0 : 1;
        }
        return failures;
    }

    /** Those of the facts of which all that looks at nothing else holds. */
    List<Object> alone(Facts facts) {
        return facts.kept(this, () -> facts.of(type()).stream()
                .filter(fact -> holdsAlone(with(Bindings.NONE, fact)))
                .toList());
    }

    private boolean holdsAlone(Bindings bindings) {
        return constraints.stream()
                .filter(ConstraintNode::ofFactAlone)
                .allMatch(constraint -> constraint.holds(bindings));
    }

    /** Whether all that looks at other facts too holds. */
    boolean holdsBesides(Bindings bindings) {
        for (ConstraintNode constraint : constraints) {
            if (!constraint.ofFactAlone() && !constraint.holds(bindings)) {
                return false;
            }
        }
        return true;
    }

    private Bindings with(Bindings before, Object fact) {
        return before.with(variable.getName(), new Bindings.Bound(fact, fact, ""));
    }

    /** What is bound so far, with its fact and what it binds of it. */
    Bindings bound(Bindings before, Object fact) {
        Bindings bound = with(before, fact);
        for (Binding binding : bindings) {
            bound = bound(binding, fact, bound);
        }
        return bound;
    }

    /** In a session it is read when something looks at it, after the constraints that guard it. */
    private Bindings bound(Binding binding, Object fact, Bindings before) {
        String name = binding.getBoundVariable().getName();
        try {
            Object value = binding.eval(before.values(binding.getInputVariables()));
            return before.with(name, new Bindings.Bound(value, fact, path(name)));
        } catch (RuntimeException e) {
            // Reading it is Java that somebody wrote into a rule: where it breaks it stands for nothing.
            return before.without(name);
        }
    }

    /** What is looked at. */
    List<Object> searched(Facts facts, Bindings bindings) {
        Object calculated = bindings.value(variable);
        if (calculated != null) {
            return type().isInstance(calculated) ? List.of(calculated) : List.of();
        }
        return from == null ? facts.of(type()) : from.of(type(), bindings);
    }

    /** What a variable stands for, as a path within the fact; empty if it is not written so. */
    String path(String variable) {
        return paths.getOrDefault(variable, "");
    }

    Class<?> type() {
        return variable.getType();
    }

    /** Whether a rule names this fact its candidate. */
    boolean isSubject() {
        return variable.getName().equals(SUBJECT);
    }
}
