package advisor.request;

import advisor.text.LoadException;
import advisor.text.Text;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Machines of one's own and quotes in a file: a table (CSV or XLSX) with a column for each term, or a request file. */
public final class OfferFile {
    private static final Set<String> OWNED = Set.of("yes", "true", "1", "是", "自有");
    private static final String OWNED_COLUMN = "owned";
    private static final String LAST_DAY = OfferTerm.VALID_UNTIL.key();

    private final String file;
    private final Map<String, String> fields = new TreeMap<>();
    private final List<Text> faults = new ArrayList<>();

    private OfferFile(String file) {
        this.file = file;
    }

    /**
     * The fields of a request, by their names on the command line, that tell of the machines.
     *
     * @throws BadRequestException with every row that tells of none, by its line
     * @throws LoadException if it is a request file and no mapping of fields
     * @throws IOException if the file cannot be read
     */
    public static Map<String, String> fields(Path path) throws IOException {
        String name = path.toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "csv" -> new OfferFile(name).read(csv(name, path));
            case "xlsx" -> new OfferFile(name).read(xlsx(name, path));
            default -> RequestFile.parse(name, Files.readString(path, StandardCharsets.UTF_8));
        };
    }

    private Map<String, String> read(List<List<String>> rows) {
        List<String> columns = rows.isEmpty()
                ? List.of()
                : rows.get(0).stream().map(OfferTable::key).toList();
        IntStream.range(1, rows.size())
                .filter(row -> rows.get(row).stream().anyMatch(cell -> !cell.isBlank()))
                .forEach(row -> add(row + 1, row(columns, rows.get(row))));
        if (fields.isEmpty()) {
            fault(
                    1,
                    new Text(
                            "The file has no row that tells of a machine: count, accelerator, price and so on.",
                            "文件中没有机器：列名如 count、accelerator、price。"));
        }
        if (!faults.isEmpty()) {
            throw new BadRequestException(faults);
        }
        return fields;
    }

    private static Map<String, String> row(List<String> columns, List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            row.put(columns.get(i), cells.get(i));
        }
        return row;
    }

    private void add(int line, Map<String, String> row) {
        boolean owned = OWNED.contains(
                Objects.requireNonNullElse(row.remove(OWNED_COLUMN), "").strip().toLowerCase(Locale.ROOT));
        String field = (owned ? RequestTable.OWN : RequestTable.QUOTE).name();
        String offer = OfferTable.line(row);
        FormNotes notes = new FormNotes();
        OfferText.read(field, offer, owned, notes);
        notes.texts().forEach(text -> fault(line, text));
        fields.merge(field, offer, (one, other) -> one + "; " + other);
    }

    private void fault(int line, Text text) {
        String place = file + ":" + line + ": ";
        faults.add(new Text(place + text.en(), place + text.zh()));
    }

    private static List<List<String>> csv(String name, Path path) throws IOException {
        try (MappingIterator<List<String>> rows = new CsvMapper()
                .readerForListOf(String.class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .readValues(Files.readString(path, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", ""))) {
            return rows.readAll();
        } catch (JsonProcessingException e) {
            throw unreadable(name, "CSV", e);
        }
    }

    private static List<List<String>> xlsx(String name, Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        try (InputStream in = new ByteArrayInputStream(bytes);
                ReadableWorkbook book = new ReadableWorkbook(in);
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            List<List<String>> read = new ArrayList<>();
            rows.forEach(row -> read.add(cells(row, read.isEmpty() ? List.of() : read.get(0))));
            return read;
        } catch (IOException | ExcelReaderException e) {
            throw unreadable(name, "XLSX", e);
        }
    }

    /** @param columns the first row; a day is a number in a workbook */
    private static List<String> cells(Row row, List<String> columns) {
        return IntStream.range(0, row.getCellCount())
                .mapToObj(i -> text(
                        row.getCell(i),
                        i < columns.size() && OfferTable.key(columns.get(i)).equals(LAST_DAY)))
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

    private static BadRequestException unreadable(String name, String kind, Exception cause) {
        String message = Objects.requireNonNullElse(cause.getMessage(), "")
                .lines()
                .findFirst()
                .orElse("");
        return new BadRequestException(List.of(new Text(
                "%s: The file is no %s: %s".formatted(name, kind, message),
                "%s：文件不是 %s：%s".formatted(name, kind, message))));
    }
}
