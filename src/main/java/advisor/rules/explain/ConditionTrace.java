package advisor.rules.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one condition.
 *
 * @param holds {@code null} if there was nothing to try it on
 * @param operands the values on both sides
 * @param searched facts that were looked at; of a constraint none
 * @param found how many of them satisfy it
 */
public record ConditionTrace(
        RuleCondition condition, @Nullable Boolean holds, List<Operand> operands, int searched, int found) {

    public boolean fails() {
        return Boolean.FALSE.equals(holds);
    }

    /**
     * Whether it fails because it compares a figure that is not known. Where two things are compared whether they are the
     * same, one that is not there is just another.
     */
    public boolean failsByUnknown() {
        return fails()
                && condition.kind() == RuleCondition.Kind.CONSTRAINT
                && condition.expression().isOrdered()
                && operands.stream().anyMatch(Operand::isUnknown);
    }
}
