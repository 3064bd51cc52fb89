package advisor.report.words;

import advisor.advice.Stance;
import advisor.advice.change.Changes;
import advisor.advice.change.Counterfactual.Change;
import advisor.advice.change.Counterfactual.Of;
import advisor.advice.change.Quantity;
import advisor.advice.change.Toppled;
import advisor.facts.unit.Currency;
import advisor.facts.unit.Money;
import advisor.request.FieldType;
import advisor.request.RequestField;
import advisor.request.RequestFields;
import advisor.text.Language;
import advisor.text.Text;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A change as people say it: "raise the budget by ¥45万, to ¥255万". */
public final class ChangeWording {
    private static final Pattern AMOUNT = Pattern.compile("([0-9.]+)([A-Z]{3})");
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Phrases phrases;
    private final Wording wording;
    private final Language language;

    public ChangeWording(Language language) {
        this.phrases = new Phrases(language);
        this.wording = new Wording(language);
        this.language = language;
    }

    public static Text text(Change change) {
        return new Text(new ChangeWording(Language.EN).say(change), new ChangeWording(Language.ZH).say(change));
    }

    public String say(Change change) {
        BigDecimal delta = Quantity.delta(change);
        return Phrases.filled(
                change.of() == Of.REQUEST
                        ? asked(change)
                        : phrases.raw("change.offer." + change.field() + kind(change)),
                value(change.from()),
                value(change.to()),
                delta == null ? "" : value(delta.abs().toPlainString() + currency(change.to())));
    }

    /** What puts another option in the first place, a sentence each, or that nothing of what was tried does. */
    public List<String> toppled(Changes changes) {
        return changes.toppled().isEmpty()
                ? List.of(phrases.say("explain.topples-none"))
                : changes.toppled().stream().map(this::toppled).toList();
    }

    private String toppled(Toppled toppled) {
        Stance stance = toppled.stance();
        String first = toppled.first();
        String typed = "--" + toppled.field() + " " + toppled.to();
        String now = stance == null
                ? phrases.say("explain.not-judged")
                : stance.title().in(language);
        return first == null
                ? phrases.say("explain.toppled-all", typed, now)
                : phrases.say("explain.toppled", typed, now, first);
    }

    /** What to type for it, or that it is for the seller to offer. */
    public String applied(Change change) {
        return change.of() == Of.REQUEST ? "--" + change.field() + " " + change.to() : phrases.say("change.offered");
    }

    /** What the table of fields says of a change of the request. */
    private String asked(Change change) {
        RequestField<?> field = Objects.requireNonNull(RequestFields.find(change.field()));
        BigDecimal delta = Quantity.delta(change);
        Text half = field.change("half");
        if (half != null && delta != null && delta.negate().multiply(TWO).compareTo(number(change.from())) == 0) {
            return half.in(language);
        }
        boolean later = field.type().kind() == FieldType.Kind.DATE;
        String kind = delta != null ? kind(change).substring(1) : later ? "later" : change.to();
        return Objects.requireNonNull(field.change(kind)).in(language);
    }

    /** Numbers share a phrase by direction; each choice has its own. */
    private static String kind(Change change) {
        BigDecimal delta = Quantity.delta(change);
        if (delta == null) {
            return change.from() == null ? "" : "." + change.to();
        }
        return delta.signum() > 0 ? ".more" : ".less";
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
