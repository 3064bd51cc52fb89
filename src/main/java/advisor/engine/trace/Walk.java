package advisor.engine.trace;

import java.util.List;

/** Tries every condition of a rule on every fact that the conditions before it let through. */
public final class Walk {
    private final RuleLogic logic;
    private final Facts facts;
    private final Observer observer;

    private Walk(RuleLogic logic, Facts facts, Observer observer) {
        this.logic = logic;
        this.facts = facts;
        this.observer = observer;
    }

    /** Is told of each trial. */
    @FunctionalInterface
    public interface Observer {
        void tried(RuleCondition condition, boolean holds);
    }

    public static void over(RuleLogic logic, Facts facts, Observer observer) {
        new Walk(logic, facts, observer).from(0, Bindings.NONE);
    }

    private void from(int index, Bindings bindings) {
        if (index == logic.nodes().size()) {
            return;
        }
        Node node = logic.nodes().get(index);
        if (node instanceof PatternNode pattern) {
            through(pattern, index, bindings);
        } else if (node instanceof ExistenceNode existence) {
            if (exists(existence, bindings) == existence.wanted()) {
                from(index + 1, bindings);
            }
        } else if (node instanceof AccumulateNode accumulate) {
            Bindings results = accumulate.results(accumulate.matches(facts, bindings, this::satisfies), bindings);
            tell(accumulate.condition(), accumulate.holds(results));
            if (accumulate.holds(results)) {
                from(index + 1, results);
            }
        } else {
            from(index + 1, bindings);
        }
    }

    private void through(PatternNode pattern, int index, Bindings bindings) {
        Object calculated = bindings.value(pattern.variable());
        List<Object> candidates = calculated == null ? facts.of(pattern.type()) : List.of(calculated);
        boolean any = false;
        for (Object fact : candidates) {
            Bindings more = bindings.with(pattern, fact);
            if (satisfies(pattern, more)) {
                any = true;
                from(index + 1, more);
            }
        }
        tell(pattern.condition(), any);
    }

    private boolean exists(ExistenceNode existence, Bindings bindings) {
        boolean found = facts.of(existence.pattern().type()).stream()
                        .filter(fact -> satisfies(existence.pattern(), bindings.with(existence.pattern(), fact)))
                        .count()
                > 0;
        tell(existence.condition(), found == existence.wanted());
        return found;
    }

    private boolean satisfies(PatternNode pattern, Bindings bindings) {
        boolean all = true;
        for (ConstraintNode constraint : pattern.constraints()) {
            boolean holds = Boolean.TRUE.equals(constraint.test(bindings));
            tell(constraint.condition(), holds);
            all &= holds;
        }
        return all;
    }

    private void tell(int condition, boolean holds) {
        observer.tried(logic.conditions().get(condition), holds);
    }
}
