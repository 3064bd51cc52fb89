package advisor.model;

import org.jspecify.annotations.Nullable;

/** One part of a cost, paid when its part is due; {@code null} if the amount is not known. */
public record CostLine(CostPart part, @Nullable MoneyRange amount) {
    public boolean due(CostPart.Due due) {
        return part.due() == due;
    }
}
