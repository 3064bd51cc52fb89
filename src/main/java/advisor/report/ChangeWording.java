package advisor.report;

import advisor.advice.Counterfactual.Change;
import advisor.advice.Counterfactual.Of;
import advisor.advice.Wording;
import advisor.model.Currency;
import advisor.model.Language;
import advisor.model.Money;
import advisor.model.Text;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A change as people say it: "raise the budget by ¥45万, to ¥255万". */
final class ChangeWording {
    private static final Pattern AMOUNT = Pattern.compile("([0-9.]+)([A-Z]{3})");
    private static final Set<String> HALVABLE = Set.of("streams", "prompt-tokens", "output-tokens");
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Phrases phrases;
    private final Wording wording;

    ChangeWording(Language language) {
        this.phrases = new Phrases(language);
        this.wording = new Wording(language);
    }

    static Text text(Change change) {
        return new Text(new ChangeWording(Language.EN).say(change), new ChangeWording(Language.ZH).say(change));
    }

    String say(Change change) {
        BigDecimal delta = change.delta();
        return phrases.say(
                key(change),
                value(change.from()),
                value(change.to()),
                delta == null ? "" : value(delta.abs().toPlainString() + currency(change.to())));
    }

    /** What to type for it, or that it is for the seller to offer. */
    String applied(Change change) {
        return change.of() == Of.REQUEST ? "--" + change.field() + " " + change.to() : phrases.say("change.offered");
    }

    /** Numbers share a phrase by direction; each choice has its own. */
    private static String key(Change change) {
        String stem = "change." + change.of().name().toLowerCase(Locale.ROOT) + "." + change.field();
        BigDecimal delta = change.delta();
        if (delta == null) {
            return stem + (change.field().equals("as-of") || change.from() == null ? "" : "." + change.to());
        }
        if (HALVABLE.contains(change.field()) && delta.negate().multiply(TWO).compareTo(number(change.from())) == 0) {
            return stem + ".half";
        }
        return stem + (delta.signum() > 0 ? ".more" : ".less");
    }

    private static BigDecimal number(@Nullable String text) {
        return new BigDecimal(text == null ? "0" : text);
    }

    private String value(@Nullable String text) {
        if (text == null) {
            return wording.unknown();
        }
        Matcher amount = AMOUNT.matcher(text);
        if (amount.matches()) {
            return wording.money(new Money(new BigDecimal(amount.group(1)), new Currency(amount.group(2))));
        }
        return text.matches("[0-9.]+") ? wording.number(Double.parseDouble(text)) : text;
    }

    private static String currency(String text) {
        Matcher amount = AMOUNT.matcher(text);
        return amount.matches() ? amount.group(2) : "";
    }
}
