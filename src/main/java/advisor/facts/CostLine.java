package advisor.facts;

import advisor.facts.unit.Formula;
import advisor.facts.unit.MoneyRange;
import org.jspecify.annotations.Nullable;

/**
 * One part of a cost, paid when its part is due.
 *
 * @param amount {@code null} if it is not known
 * @param formula how the amount was calculated; {@code null} if it is not known
 */
public record CostLine(CostPart part, @Nullable MoneyRange amount, @Nullable Formula formula) {
    public boolean due(CostPart.Due due) {
        return part.due() == due;
    }
}
