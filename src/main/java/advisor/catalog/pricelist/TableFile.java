package advisor.catalog.pricelist;

import advisor.text.LoadException;
import advisor.text.Problem;
import advisor.text.Text;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The rows of a table in a file, the first of which names its columns. */
public final class TableFile {
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private TableFile() {}

    /**
     * A row that is there.
     *
     * @param line at which it begins, from 1; in a workbook its number
     */
    public record TableRow(int line, List<String> cells) {
        public boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /**
     * The rows of a text of comma-separated values.
     *
     * @throws LoadException if it is none
     * @throws IOException if it cannot be read
     */
    public static List<TableRow> csv(Path path) throws IOException {
        try (MappingIterator<List<String>> rows = new CsvMapper()
                .readerForListOf(String.class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .readValues(Files.readString(path, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", ""))) {
            return numbered(rows.readAll());
        } catch (JsonProcessingException | CharacterCodingException e) {
            throw unreadable(path, "CSV", e);
        }
    }

    /**
     * The rows of the first sheet of a workbook.
     *
     * @param days keys of the columns that hold days, which are numbers in a workbook
     * @throws LoadException if it is none
     * @throws IOException if it cannot be read
     */
    public static List<TableRow> xlsx(Path path, Set<String> days) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        try (InputStream in = new ByteArrayInputStream(bytes);
                ReadableWorkbook book = new ReadableWorkbook(in);
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            List<TableRow> read = new ArrayList<>();
            rows.forEach(row -> read.add(new TableRow(
                    row.getRowNum(),
                    cells(row, read.isEmpty() ? List.of() : read.get(0).cells(), days))));
            return read;
        } catch (IOException | ExcelReaderException e) {
            throw unreadable(path, "XLSX", e);
        }
    }

    /** A row begins on the line behind that before it, whose cells may hold several. */
    private static List<TableRow> numbered(List<List<String>> rows) {
        List<TableRow> numbered = new ArrayList<>();
        int line = 1;
        for (List<String> cells : rows) {
            numbered.add(new TableRow(line, cells));
            line += 1 + cells.stream().mapToInt(TableFile::breaks).sum();
        }
        return numbered;
    }

    private static int breaks(String cell) {
        return LINE_BREAK.split(cell, -1).length - 1;
    }

    /** A column's name as it is compared: lower case, words joined by underscores. */
    public static String key(String column) {
        return column.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    private static List<String> cells(Row row, List<String> columns, Set<String> days) {
        return IntStream.range(0, row.getCellCount())
                .mapToObj(i -> text(row.getCell(i), i < columns.size() && days.contains(key(columns.get(i)))))
                .toList();
    }

    private static String text(@Nullable Cell cell, boolean day) {
        if (cell == null) {
            return "";
        }
        return day && cell.getType() == CellType.NUMBER
                ? cell.asDate().toLocalDate().toString()
                : cell.getText();
    }

    private static LoadException unreadable(Path path, String kind, Exception cause) {
        String message = Objects.requireNonNullElse(cause.getMessage(), "")
                .lines()
                .findFirst()
                .orElse("");
        Text fault = new Text("The file is no %s: %s", "文件不是 %s：%s").with(kind, message);
        return new LoadException(List.of(Problem.inFile(path.toString(), fault)));
    }
}
