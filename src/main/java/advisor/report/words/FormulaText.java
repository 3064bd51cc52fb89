package advisor.report.words;

import advisor.facts.offer.BillItem;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Currency;
import advisor.facts.unit.Formula;
import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Formula.Operation;
import advisor.facts.unit.Formula.Operator;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Money;
import advisor.facts.unit.Sourced;
import advisor.text.Language;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a formula as people write sums: each value with its name and, where sources are told, where it was read. */
public final class FormulaText {
    private static final Map<Operator, String> SIGNS = Map.of(
            Operator.SUM, " + ",
            Operator.DIFFERENCE, " − ",
            Operator.PRODUCT, " × ",
            Operator.QUOTIENT, " ÷ ",
            Operator.POWER, " ^ ");

    private final Phrases phrases;
    private final Wording wording;
    private final Language language;
    private final @Nullable SourceNotes notes;

    /** @param notes that take the sources; {@code null} where none are told */
    public FormulaText(Language language, @Nullable SourceNotes notes) {
        this.phrases = new Phrases(language);
        this.wording = new Wording(language);
        this.language = language;
        this.notes = notes;
    }

    public String of(Formula formula) {
        return formula instanceof Operand operand ? operand(operand) : operation((Operation) formula);
    }

    private String operation(Operation operation) {
        String sign = SIGNS.get(operation.operator());
        if (sign != null) {
            return operation.parts().stream()
                    .map(part -> part(part, operation.operator()))
                    .collect(Collectors.joining(sign));
        }
        String first = part(operation.parts().get(0), operation.operator());
        return switch (operation.operator()) {
            case NEGATION -> "− " + first;
            case LOW_END -> phrases.say("formula.low-end", first);
            case LIKELY -> phrases.say("formula.likely", first);
            case ROUNDED_UP ->
                phrases.say("formula.rounded-up", of(operation.parts().get(0)));
            default ->
                phrases.say(
                        "formula." + operation.operator().name().toLowerCase(Locale.ROOT),
                        operation.parts().stream().map(this::of).collect(Collectors.joining("; ")));
        };
    }

    /** In parentheses where the sign around it binds more tightly, or as tightly, than its own. */
    private String part(Formula part, Operator around) {
        boolean plain = part instanceof Operand
                || (part instanceof Operation inner && !SIGNS.containsKey(inner.operator()))
                || around == Operator.SUM
                || around == Operator.QUOTIENT && isProduct(part);
        return plain ? of(part) : "(" + of(part) + ")";
    }

    private static boolean isProduct(Formula part) {
        return part instanceof Operation operation && operation.operator() == Operator.PRODUCT;
    }

    private String operand(Operand operand) {
        String source = operand.origin() == null || notes == null ? "" : " " + notes.cite(operand.origin());
        return value(operand) + " (" + name(operand) + source + ")";
    }

    /** What a value is called. */
    public String name(Operand operand) {
        Sourced origin = operand.origin();
        return origin instanceof BillItem item
                ? phrases.say("part." + item.part())
                : operand.name().in(language);
    }

    private String value(Operand operand) {
        Interval value = operand.value();
        DoubleFunction<String> written = written(operand.unit());
        String likely = written.apply(value.likely());
        return value.low() == value.high()
                ? likely
                : likely + " [" + written.apply(value.low()) + "–" + written.apply(value.high()) + "]";
    }

    private DoubleFunction<String> written(String unit) {
        if (unit.equals("B")) {
            return bytes -> wording.preciseBytes(new Bytes(Math.round(bytes)));
        }
        String rest = unit.contains("/") ? unit.substring(unit.indexOf('/')) : "";
        Optional<Currency> currency = Currency.ofUnit(unit);
        if (currency.isPresent()) {
            return amount -> wording.money(Money.of(amount, currency.get())) + rest;
        }
        return amount -> wording.precise(amount) + phrases.unit(unit);
    }
}
