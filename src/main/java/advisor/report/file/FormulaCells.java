package advisor.report.file;

import advisor.facts.unit.Formula;
import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Formula.Operation;
import java.util.List;

/** Writes a formula as a spreadsheet does, over the cells that hold what goes into it: {@code Formula.Operator} again. */
final class FormulaCells {
    /** What calculation adds to a whole number without meaning it. */
    private static final String ROUNDING = "1E-9";

    private final InputRows inputs;
    private final String sheet;
    private final String option;

    /** @param sheet of the inputs: low, likely and high stand in its columns C, D and E */
    FormulaCells(InputRows inputs, String sheet, String option) {
        this.inputs = inputs;
        this.sheet = sheet;
        this.option = option;
    }

    /** The three ends of a value, as formulas without the sign of equality. */
    record Ends(String low, String likely, String high) {}

    Ends of(Formula formula) {
        if (formula instanceof Operand operand) {
            int row = inputs.row(option, operand);
            return new Ends(cell('C', row), cell('D', row), cell('E', row));
        }
        Operation operation = (Operation) formula;
        List<Ends> parts = operation.parts().stream().map(this::of).toList();
        Ends value = begin(operation, parts.get(0));
        for (Ends part : parts.subList(1, parts.size())) {
            value = apply(operation, value, part);
        }
        return value;
    }

    private String cell(char column, int row) {
        return "'%s'!$%s$%s".formatted(sheet, column, row);
    }

    private static Ends begin(Operation operation, Ends first) {
        return switch (operation.operator()) {
            case LOW_END -> new Ends(first.low, first.low, first.low);
            case LIKELY -> new Ends(first.likely, first.likely, first.likely);
            case NEGATION -> new Ends(negated(first.high), negated(first.likely), negated(first.low));
            case ROUNDED_UP -> new Ends(up(first.low), up(first.likely), up(first.high));
            case SUM, DIFFERENCE, PRODUCT, QUOTIENT, POWER, LARGEST, SMALLEST, SPAN -> first;
        };
    }

    private static Ends apply(Operation operation, Ends one, Ends other) {
        return switch (operation.operator()) {
            case SUM -> each("+", one, other);
            case PRODUCT -> each("*", one, other);
            case DIFFERENCE -> each("-", one, turned(other));
            case QUOTIENT -> each("/", one, turned(other));
            case POWER -> each("^", one, new Ends(other.likely, other.likely, other.likely));
            case LARGEST -> chosen(">=", one, other);
            case SMALLEST -> chosen("<=", one, other);
            case SPAN -> new Ends(call("MIN", one.low, other.low), one.likely, call("MAX", one.high, other.high));
            case LOW_END, LIKELY, ROUNDED_UP, NEGATION ->
                throw new IllegalStateException("%s has one part.".formatted(operation.operator()));
        };
    }

    private static Ends each(String sign, Ends one, Ends other) {
        return new Ends(
                signed(one.low, sign, other.low),
                signed(one.likely, sign, other.likely),
                signed(one.high, sign, other.high));
    }

    private static Ends turned(Ends ends) {
        return new Ends(ends.high, ends.likely, ends.low);
    }

    private static Ends chosen(String comparison, Ends one, Ends other) {
        String first = one.likely + comparison + other.likely;
        return new Ends(
                call("IF", first, one.low, other.low),
                call("IF", first, one.likely, other.likely),
                call("IF", first, one.high, other.high));
    }

    private static String signed(String one, String sign, String other) {
        return "(" + one + sign + other + ")";
    }

    private static String negated(String value) {
        return "(-" + value + ")";
    }

    private static String up(String value) {
        return "(-INT(-(" + value + "-" + ROUNDING + ")))";
    }

    private static String call(String function, String... values) {
        return function + "(" + String.join(",", values) + ")";
    }
}
