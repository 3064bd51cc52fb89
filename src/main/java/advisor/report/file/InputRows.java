package advisor.report.file;

import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values that the formulas of a workbook are calculated from, each in one row of a sheet. */
final class InputRows {
    private final Map<Row, Integer> rows = new LinkedHashMap<>();
    private final int first;

    /** @param first row of the sheet, from 1 */
    InputRows(int first) {
        this.first = first;
    }

    /**
     * A value and whose it is.
     *
     * @param option id; empty if the value is that of every option, as a parameter is
     */
    record Row(String option, Operand operand) {}

    /** The row of a value, from 1; the same value of the same option has one row, wherever it is used. */
    int row(String option, Operand operand) {
        boolean shared = operand.origin() instanceof Parameter;
        return rows.computeIfAbsent(new Row(shared ? "" : option, operand), row -> first + rows.size());
    }

    /** All rows, in the order of the sheet. */
    Map<Row, Integer> all() {
        return rows;
    }
}
