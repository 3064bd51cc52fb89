package advisor.request;

import advisor.facts.unit.Currency;
import advisor.facts.unit.Money;
import advisor.request.amount.Amount;
import advisor.request.amount.Digits;
import advisor.text.Text;
import java.util.ArrayList;
import java.util.List;

/** What is noted while a form is read: what is wrong with it, field by field, and what it leaves to a default. */
final class FormNotes {
    private final List<FieldFault> faults = new ArrayList<>();
    private final List<String> defaults = new ArrayList<>();
    private final List<BareAmount> bareAmounts = new ArrayList<>();

    /**
     * An amount that names no currency.
     *
     * @param money what it is taken for
     */
    record BareAmount(String field, String text, Money money) {
        /** The same amount as it would be typed in a currency. */
        String in(Currency currency) {
            return Digits.plain(money.amount()) + currency;
        }
    }

    /** Notes a fault: a sentence in both languages with the value at fault in it, and what is accepted. */
    void add(String field, String en, String zh, String value, String accepted) {
        String hint = accepted.isEmpty() ? "" : System.lineSeparator();
        Text text = new Text(
                en.formatted(value) + (hint.isEmpty() ? "" : hint + "Maybe " + accepted + "?"),
                zh.formatted(value) + (hint.isEmpty() ? "" : hint + "可用：" + accepted));
        faults.add(new FieldFault(field, text));
    }

    void add(FieldFault fault) {
        faults.add(fault);
    }

    void outOfRange(String name, Object value, Object least, Object most) {
        add(
                name,
                "The " + name + " (%s) must be " + least + " to " + most + ".",
                name + "（%s）必须为 " + least + " 至 " + most + "。",
                value.toString(),
                "");
    }

    /** Notes what was not given, by its name in an answer. */
    void assume(String name) {
        defaults.add(name);
    }

    /** Notes an amount if it names no currency. */
    void amount(String field, String text, Amount.Read read) {
        if (!read.currencyNamed()) {
            bareAmounts.add(new BareAmount(field, text, read.money()));
        }
    }

    List<BareAmount> bareAmounts() {
        return List.copyOf(bareAmounts);
    }

    /** What was not given, in the order of the names. */
    List<String> defaults() {
        return defaults.stream().sorted().toList();
    }

    /** What is wrong. */
    List<Text> texts() {
        return faults.stream().map(FieldFault::text).toList();
    }

    /** @throws BadRequestException with every fault, if there is any */
    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw BadRequestException.of(faults);
        }
    }
}
