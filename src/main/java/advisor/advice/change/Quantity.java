package advisor.advice.change;

import advisor.advice.change.Counterfactual.Change;
import advisor.advice.change.Counterfactual.Of;
import advisor.request.RequestField;
import advisor.request.RequestFields;
import advisor.request.amount.Digits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Changes of fields that hold a number, with or without a currency behind it. */
public final class Quantity {
    private static final Pattern NUMBER = Pattern.compile("([0-9.]+)([A-Z]*)");
    /** Decimals in which what is offered is counted. */
    private static final Map<String, Integer> OFFERED = Map.of("price", 0, "device-hour", 2, "memory-gb", 0);

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Quantity() {}

    /** Half the change; {@code null} if the field is no quantity, or the change is its smallest already. */
    static @Nullable Change half(Change change) {
        BigDecimal delta = delta(change);
        if (delta == null) {
            return null;
        }
        BigDecimal less = delta.divide(TWO, Objects.requireNonNull(decimals(change)), RoundingMode.DOWN);
        return less.signum() == 0 ? null : moved(change, number(change.to()).subtract(delta.subtract(less)));
    }

    private static Change moved(Change change, BigDecimal to) {
        Matcher unit = NUMBER.matcher(change.to());
        return new Change(
                change.of(), change.field(), change.from(), Digits.plain(to) + (unit.matches() ? unit.group(2) : ""));
    }

    /** By how much the number changes; {@code null} if it is none, or none before. */
    public static @Nullable BigDecimal delta(Change change) {
        String from = change.from();
        if (from == null || decimals(change) == null) {
            return null;
        }
        return number(change.to()).subtract(number(from));
    }

    /** Decimals in which a field is counted; {@code null} if it is no quantity. */
    private static @Nullable Integer decimals(Change change) {
        if (change.of() == Of.OFFER) {
            return OFFERED.get(change.field());
        }
        RequestField<?> field = RequestFields.find(change.field());
        return field == null ? null : field.type().kind().decimals();
    }

    private static BigDecimal number(String text) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("The quantity (%s) must be a number.".formatted(text));
        }
        return new BigDecimal(matcher.group(1));
    }
}
