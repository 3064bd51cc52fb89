package advisor.rules.session;

import org.drools.model.Condition;
import org.drools.model.Constraint;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.constraints.AbstractSingleConstraint;

/**
 * Takes the indexes off what a {@code forall} asks for. The engine searches for a fact that is not so, and puts that
 * opposite under an index together with the conditions of other rules: it then refuses to build them, or takes a value
 * that is not known for one that is neither.
 */
final class UnindexedForall {
    private UnindexedForall() {}

    static void in(Rule rule) {
        in(rule.getView(), false);
    }

    private static void in(Condition condition, boolean within) {
        if (within && condition instanceof Pattern<?> pattern) {
            in(pattern.getConstraint());
        }
        boolean below = within || condition.getType() == Condition.Type.FORALL;
        condition.getSubConditions().forEach(part -> in(part, below));
    }

    private static void in(Constraint constraint) {
        if (constraint instanceof AbstractSingleConstraint single) {
            single.setIndex(null);
        }
        constraint.getChildren().forEach(UnindexedForall::in);
    }
}
