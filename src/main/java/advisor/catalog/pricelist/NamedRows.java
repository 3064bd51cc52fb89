package advisor.catalog.pricelist;

import advisor.catalog.pricelist.TableFile.TableRow;
import advisor.catalog.yaml.Problems;
import advisor.catalog.yaml.YamlNode.Place;
import advisor.catalog.yaml.YamlNode.Scalar;
import advisor.text.NearestName;
import advisor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows of a table by the names of their columns; a place is a line and a cell, both from 1. */
final class NamedRows {
    private final String file;
    private final List<TableRow> rows;
    private final List<String> columns;

    NamedRows(String file, List<TableRow> rows) {
        this.file = file;
        this.rows = rows;
        this.columns = rows.isEmpty()
                ? List.of()
                : rows.get(0).cells().stream().map(TableFile::key).toList();
    }

    /** One row, of which at least one cell is not blank. */
    final class Row {
        private final int index;

        private Row(int index) {
            this.index = index;
        }

        Place at() {
            return place(index, 0);
        }

        /** The cell of a column; {@code null} if it is blank or there is no such column. */
        @Nullable Scalar cell(String column) {
            int place = columns.indexOf(column);
            List<String> cells = rows.get(index).cells();
            String text =
                    place < 0 || place >= cells.size() ? "" : cells.get(place).strip();
            return text.isEmpty() ? null : new Scalar(text, place(index, place));
        }

        String text(String column) {
            Scalar cell = cell(column);
            return cell == null ? "" : cell.text();
        }
    }

    /** The rows behind the first; none if a column is missing. */
    List<Row> read(Set<String> required, Problems problems) {
        required.stream()
                .filter(column -> !columns.contains(column))
                .sorted()
                .forEach(column -> problems.add(
                        place(0, 0),
                        new Text("The table has no column %s.", "表中缺少列 %s。").with(column),
                        NearestName.hintText(column, new TreeSet<>(columns))));
        return !columns.containsAll(required)
                ? List.of()
                : IntStream.range(1, rows.size())
                        .filter(row -> !rows.get(row).isBlank())
                        .mapToObj(Row::new)
                        .toList();
    }

    /** Refuses columns that nobody reads: a slip in a name would leave one out without a word. */
    void refuseOthers(Set<String> known, Problems problems) {
        List<String> unknown = new ArrayList<>(columns);
        unknown.removeAll(known);
        unknown.stream()
                .filter(column -> !column.isEmpty())
                .forEach(column -> problems.add(
                        place(0, columns.indexOf(column)),
                        new Text("The column (%s) is not known.", "不认识的列（%s）。").with(column),
                        NearestName.hintText(column, known)));
    }

    private Place place(int row, int column) {
        return new Place(file, rows.isEmpty() ? 1 : rows.get(row).line(), column + 1);
    }
}
