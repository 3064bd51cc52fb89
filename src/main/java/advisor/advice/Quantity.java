package advisor.advice;

import advisor.advice.Counterfactual.Change;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Changes of fields that hold a number, with or without a unit behind it. */
final class Quantity {
    private static final Pattern NUMBER = Pattern.compile("([0-9.]+)([A-Z]*)");
    private static final Set<String> FIELDS =
            Set.of("budget", "streams", "prompt-tokens", "max-nodes", "max-power-kw", "min-speed");
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Quantity() {}

    /** Half the change, in whole units; {@code null} if the field is no quantity or the change is already one unit. */
    static @Nullable Change half(Change change) {
        Matcher from = NUMBER.matcher(change.from());
        Matcher to = NUMBER.matcher(change.to());
        if (!FIELDS.contains(change.field()) || !from.matches() || !to.matches()) {
            return null;
        }
        BigDecimal middle =
                new BigDecimal(from.group(1)).add(new BigDecimal(to.group(1))).divide(TWO, 0, RoundingMode.FLOOR);
        String text = middle.toPlainString() + to.group(2);
        return text.equals(change.from()) || text.equals(change.to())
                ? null
                : new Change(change.field(), change.from(), text);
    }
}
