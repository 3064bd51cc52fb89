package advisor.report.file;

import advisor.words.Phrases;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A sheet that is filled row by row, beneath a row of headings. */
final class Table {
    private static final String WHOLE = "#,##0";
    private static final String ANY = "#,##0.####";
    private static final String HEADING = "DDE6F0";
    private static final String CHANGEABLE = "FFF6CC";

    private final Worksheet sheet;
    private int row;
    private int column;

    /** @param columns what each is called, in the phrases, and how wide it is in characters */
    Table(Worksheet sheet, Phrases phrases, List<Column> columns) {
        this.sheet = sheet;
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(0, i, phrases.say("column." + columns.get(i).name()));
            sheet.style(0, i).bold().fillColor(HEADING).set();
            sheet.width(i, columns.get(i).width());
        }
        sheet.freezePane(0, 1);
    }

    /** A column by its name and its width. */
    record Column(String name, int width) {}

    Table row() {
        row++;
        column = 0;
        return this;
    }

    /** The row that is being filled, as a spreadsheet counts. */
    int number() {
        return row + 1;
    }

    Table text(@Nullable String text) {
        if (text != null && !text.isEmpty()) {
            sheet.value(row, column, text);
            sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
        }
        column++;
        return this;
    }

    Table number(@Nullable Number number) {
        if (number != null) {
            sheet.value(row, column, number);
            sheet.style(row, column).format(ANY).verticalAlignment("top").set();
        }
        column++;
        return this;
    }

    /** A number that a reader may change. */
    Table changeable(Number number) {
        sheet.value(row, column, number);
        sheet.style(row, column).format(ANY).fillColor(CHANGEABLE).set();
        column++;
        return this;
    }

    /** An amount that follows from others. */
    Table formula(String formula) {
        return formula(formula, WHOLE);
    }

    /** What is the same as another cell. */
    Table follows(String cell) {
        return formula(cell, ANY);
    }

    private Table formula(String formula, String format) {
        sheet.formula(row, column, formula);
        sheet.style(row, column).format(format).verticalAlignment("top").set();
        column++;
        return this;
    }
}
