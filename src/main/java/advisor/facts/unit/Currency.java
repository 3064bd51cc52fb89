package advisor.facts.unit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A currency in which prices are quoted and budgets are given. Which there are is for the catalog to say: those of its
 * rates of exchange.
 *
 * @param code after ISO 4217
 */
public record Currency(String code) {
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    private static final Pattern UNIT = Pattern.compile("(" + CODE + ")(?:/.*)?");

    /** The currency of an amount that names none, as in the founding documents. */
    public static final Currency CNY = new Currency("CNY");

    public static final Currency USD = new Currency("USD");

    public Currency {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "The currency (%s) must be a code of three capitals, as CNY.".formatted(code));
        }
    }

    /** The currency of a unit, as of {@code CNY/kWh}; empty if the unit is of no currency. */
    public static Optional<Currency> ofUnit(String unit) {
        Matcher matcher = UNIT.matcher(unit);
        return matcher.matches() ? Optional.of(new Currency(matcher.group(1))) : Optional.empty();
    }

    /** As a record has it; written out, because that of a record is put together at each start. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Currency that && that.code.equals(code);
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    @Override
    public String toString() {
        return code;
    }
}
