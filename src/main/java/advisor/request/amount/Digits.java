package advisor.request.amount;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as people say and type them. */
public final class Digits {
    private static final MathContext UP = new MathContext(3, RoundingMode.CEILING);
    private static final MathContext DOWN = new MathContext(3, RoundingMode.FLOOR);

    private Digits() {}

    /** The next amount of three digits that is no less: what people say. */
    public static BigDecimal roundedUp(BigDecimal amount) {
        return amount.round(UP);
    }

    /** The next amount of three digits that is no more. */
    public static BigDecimal roundedDown(BigDecimal amount) {
        return amount.round(DOWN);
    }

    /** Plain digits, without zeros behind the point. */
    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
