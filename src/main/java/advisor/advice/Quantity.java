package advisor.advice;

import advisor.advice.Counterfactual.Change;
import advisor.advice.Counterfactual.Of;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Changes of fields that hold a number, with or without a currency behind it. */
final class Quantity {
    private static final Pattern NUMBER = Pattern.compile("([0-9.]+)([A-Z]*)");
    /** Decimals in which each is counted. */
    private static final Map<String, Integer> DECIMALS = Map.ofEntries(
            Map.entry("budget", 0),
            Map.entry("streams", 0),
            Map.entry("prompt-tokens", 0),
            Map.entry("output-tokens", 0),
            Map.entry("horizon", 0),
            Map.entry("max-nodes", 0),
            Map.entry("max-power-kw", 1),
            Map.entry("min-speed", 1),
            Map.entry("price", 0),
            Map.entry("device-hour", 2),
            Map.entry("memory-gb", 0));

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final MathContext UP = new MathContext(3, RoundingMode.CEILING);
    private static final MathContext DOWN = new MathContext(3, RoundingMode.FLOOR);

    private Quantity() {}

    /** Half the change; {@code null} if the field is no quantity, or the change is its smallest already. */
    static @Nullable Change half(Change change) {
        BigDecimal delta = delta(change);
        if (delta == null) {
            return null;
        }
        int decimals = DECIMALS.getOrDefault(change.field(), 0);
        BigDecimal less = delta.divide(TWO, decimals, RoundingMode.DOWN);
        return less.signum() == 0 ? null : moved(change, number(change.to()).subtract(delta.subtract(less)));
    }

    private static Change moved(Change change, BigDecimal to) {
        Matcher unit = NUMBER.matcher(change.to());
        return new Change(change.of(), change.field(), change.from(), text(to) + (unit.matches() ? unit.group(2) : ""));
    }

    /** By how much the number changes; {@code null} if it is none, or none before. */
    static @Nullable BigDecimal delta(Change change) {
        String from = change.from();
        if (from == null || !quantity(change.of(), change.field())) {
            return null;
        }
        return number(change.to()).subtract(number(from));
    }

    private static boolean quantity(Of of, String field) {
        return DECIMALS.containsKey(field) && (of == Of.OFFER) == isOffered(field);
    }

    private static boolean isOffered(String field) {
        return field.equals("price") || field.equals("device-hour") || field.equals("memory-gb");
    }

    private static BigDecimal number(String text) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("The quantity (%s) must be a number.".formatted(text));
        }
        return new BigDecimal(matcher.group(1));
    }

    /** The next amount of three digits that is no less: what people say. */
    static BigDecimal roundedUp(BigDecimal amount) {
        return amount.round(UP);
    }

    /** The next amount of three digits that is no more. */
    static BigDecimal roundedDown(BigDecimal amount) {
        return amount.round(DOWN);
    }

    /** Plain digits, without zeros behind the point. */
    static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
