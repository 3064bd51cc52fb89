package advisor.rules.session;

import org.drools.model.Condition;
import org.drools.model.Constraint;
import org.drools.model.Model;
import org.drools.model.Pattern;
import org.drools.model.constraints.AbstractSingleConstraint;

/**
 * Gives each base that is built models of its own where they say {@code forall}: the engine searches for a fact that is
 * not so, and writes that opposite into the model, so that a second base of it would search for the opposite of the
 * opposite. It puts the opposite under an index, too, together with the conditions of other rules: it then refuses to
 * build them, or takes a value that is not known for one that is neither. So these lose their indexes.
 */
final class OwnForall {
    private OwnForall() {}

    /** The same model if nothing in it says {@code forall}. */
    static Model in(Model model) {
        if (model.getRules().stream().noneMatch(rule -> says(rule.getView()))) {
            return model;
        }
        Model own = another(model);
        own.getRules().forEach(rule -> unindex(rule.getView(), false));
        return own;
    }

    private static boolean says(Condition condition) {
        return condition.getType() == Condition.Type.FORALL
                || condition.getSubConditions().stream().anyMatch(OwnForall::says);
    }

    private static Model another(Model model) {
        try {
            return model.getClass().getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The compiled rules (%s) do not load.".formatted(model.getName()), e);
        }
    }

    private static void unindex(Condition condition, boolean within) {
        if (within && condition instanceof Pattern<?> pattern) {
            unindex(pattern.getConstraint());
        }
        boolean below = within || condition.getType() == Condition.Type.FORALL;
        condition.getSubConditions().forEach(part -> unindex(part, below));
    }

    private static void unindex(Constraint constraint) {
        if (constraint instanceof AbstractSingleConstraint single) {
            single.setIndex(null);
        }
        constraint.getChildren().forEach(OwnForall::unindex);
    }
}
