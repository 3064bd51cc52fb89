package advisor.engine;

import java.util.List;
import org.drools.model.SingleConstraint;
import org.drools.model.constraints.SingleConstraint1;
import org.drools.model.constraints.SingleConstraint2;
import org.drools.model.functions.Predicate1;
import org.drools.model.functions.Predicate2;
import org.drools.model.functions.PredicateN;
import org.jspecify.annotations.Nullable;

/** The comparisons of a {@link PlainRule}, by the code that the engine compiled for them. */
final class PlainTest {
    private PlainTest() {}

    /** @param places of its variables among the values of a match */
    @SuppressWarnings("unchecked") // the compiler saw to the types of the variables
    static PlainStep.Part of(SingleConstraint constraint, int[] places) {
        if (constraint instanceof SingleConstraint1) {
            Predicate1<@Nullable Object> predicate = constraint.getPredicate1();
            int only = places[0];
            return values -> predicate.test(values[only]);
        }
        if (constraint instanceof SingleConstraint2) {
            Predicate2<@Nullable Object, @Nullable Object> predicate = constraint.getPredicate2();
            int first = places[0];
            int second = places[1];
            return values -> predicate.test(values[first], values[second]);
        }
        return several(constraint.getPredicate(), places);
    }

    private static PlainStep.Part several(PredicateN predicate, int[] places) {
        return values -> {
            @Nullable Object[] arguments = new Object[places.length];
            for (int i = 0; i < places.length; i++) {
                arguments[i] = values[places[i]];
            }
            return predicate.test(arguments);
        };
    }

    static PlainStep.Part all(List<PlainStep.Part> parts) {
        return values -> {
            for (PlainStep.Part part : parts) {
                if (!part.holds(values)) {
                    return false;
                }
            }
            return true;
        };
    }

    static PlainStep.Part any(List<PlainStep.Part> parts) {
        return values -> {
            for (PlainStep.Part part : parts) {
                if (part.holds(values)) {
                    return true;
                }
            }
            return false;
        };
    }
}
