package advisor.facts.model;

import advisor.text.Ids;
import java.util.Locale;

/** The least faithful weights that a request accepts. */
public enum PrecisionFloor implements Ids.Spelled {
    NATIVE,
    INT8,
    FOUR_BIT,
    ANY;

    /** Whether weights in {@code precision} of a checkpoint published in {@code published} are faithful enough. */
    public boolean accepts(Precision precision, Precision published) {
        return !precision.isLossyFor(published) || precision.weightBits() >= leastBits();
    }

    @Override
    public String id() {
        return this == FOUR_BIT ? "4bit" : name().toLowerCase(Locale.ROOT);
    }

    private int leastBits() {
        return switch (this) {
            case NATIVE -> Integer.MAX_VALUE;
            case INT8 -> 8;
            case FOUR_BIT -> 4;
            case ANY -> 0;
        };
    }
}
