package advisor.request;

import advisor.catalog.Catalog;
import advisor.catalog.OfferedOptions;
import advisor.catalog.pricelist.TableFile;
import advisor.catalog.pricelist.TableFile.TableRow;
import advisor.catalog.yaml.Problems;
import advisor.catalog.yaml.YamlFile;
import advisor.catalog.yaml.YamlNode;
import advisor.catalog.yaml.YamlNode.Mapping;
import advisor.catalog.yaml.YamlNode.Sequence;
import advisor.text.LoadException;
import advisor.text.Text;
import java.io.IOException;
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

/**
 * Machines of one's own and quotes in a file: a table (CSV or XLSX) with a column for each term, a request file, or options in
 * the shape of the catalog's own.
 */
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
     * @throws LoadException if it is a request file and no mapping of fields, or options of which the catalog cannot make any
     * @throws IOException if the file cannot be read
     */
    public static Map<String, String> fields(Path path, Catalog catalog) throws IOException {
        String name = path.toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "csv", "xlsx" -> new OfferFile(name).read(rows(path, ending));
            default -> yaml(name, Files.readString(path, StandardCharsets.UTF_8), catalog);
        };
    }

    private static Map<String, String> yaml(String name, String text, Catalog catalog) {
        YamlNode root = YamlFile.read(name, text, new Problems());
        boolean options = root != null && isOfOptions(root);
        if (options) {
            OfferedOptions.named(name, text);
            OfferedOptions.read(catalog, name, text);
        }
        return options ? Map.of(RequestTable.OFFERS.name(), text) : RequestFile.parse(name, text);
    }

    /** A request names no device but in what it says of offers. */
    private static boolean isOfOptions(YamlNode root) {
        return root instanceof Sequence
                || root instanceof Mapping option && option.keys().containsKey("accelerator");
    }

    private static List<TableRow> rows(Path path, String ending) throws IOException {
        try {
            return ending.equals("csv") ? TableFile.csv(path) : TableFile.xlsx(path, Set.of(LAST_DAY));
        } catch (LoadException e) {
            throw new BadRequestException(e.texts());
        }
    }

    private Map<String, String> read(List<TableRow> rows) {
        List<String> columns = rows.isEmpty()
                ? List.of()
                : rows.get(0).cells().stream().map(TableFile::key).toList();
        rows.stream().skip(1).filter(row -> !row.isBlank()).forEach(row -> add(row.line(), row(columns, row.cells())));
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

    /** What two columns of one name say is two terms, of which the second is refused. */
    private static Map<String, String> row(List<String> columns, List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            if (!cells.get(i).isBlank()) {
                row.merge(columns.get(i), cells.get(i), (one, other) -> one + ", " + other);
            }
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
}
