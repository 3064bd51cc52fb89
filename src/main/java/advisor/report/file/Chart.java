package advisor.report.file;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Coordinates of charts. */
final class Chart {
    private Chart() {}

    /** In tenths, as any reader of SVG takes them. */
    static String number(double value) {
        BigDecimal tenths = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
        return tenths.signum() == 0 ? "0" : tenths.stripTrailingZeros().toPlainString();
    }
}
