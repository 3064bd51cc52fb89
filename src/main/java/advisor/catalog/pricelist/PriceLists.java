package advisor.catalog.pricelist;

import advisor.catalog.Catalog;
import advisor.catalog.yaml.Problems;
import advisor.catalog.yaml.YamlFile;
import advisor.catalog.yaml.YamlNode;
import advisor.text.Problem;
import advisor.text.Text;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Reads a downloaded list of prices and compares it with a catalog. */
public final class PriceLists {
    private final Catalog catalog;
    private final Path folder;
    private final LocalDate day;
    private final Problems problems = new Problems();

    /**
     * @param folder of the catalog, which may hold the names that lists have for what is in it
     * @param day from which on the prices of a list hold that does not say
     */
    public PriceLists(Catalog catalog, Path folder, LocalDate day) {
        this.catalog = catalog;
        this.folder = folder;
        this.day = day;
    }

    /**
     * What a list of prices of tokens would change.
     *
     * @param wanted providers as the list calls them
     * @throws advisor.text.LoadException with every fault of the list
     * @throws IOException if a file cannot be read
     */
    public PriceDiff tokens(PriceListFormat format, Path file, Predicate<String> wanted) throws IOException {
        ListedNames names = ListedNames.read(folder, problems);
        List<ListedPrice> listed = listed(format, file).stream()
                .filter(price -> wanted.test(price.provider()))
                .toList();
        PriceDiff diff = new PriceComparison(catalog, names, format, day, problems).compare(listed);
        problems.throwIfAny();
        return diff;
    }

    /**
     * What a list of machines for rent says of the devices of the catalog.
     *
     * @throws advisor.text.LoadException with every fault of the list
     * @throws IOException if a file cannot be read
     */
    public RentalDiff rentals(Path file) throws IOException {
        ListedNames names = ListedNames.read(folder, problems);
        RentalDiff diff = new RentalTable(catalog, names, problems)
                .compare(new NamedRows(file.toString(), TableFile.csv(file)), day);
        problems.throwIfAny();
        return diff;
    }

    private List<ListedPrice> listed(PriceListFormat format, Path file) throws IOException {
        String name = file.toString();
        if (format == PriceListFormat.CSV) {
            return PriceTable.read(new NamedRows(name, TableFile.csv(file)), problems);
        }
        if (format == PriceListFormat.XLSX) {
            return PriceTable.read(new NamedRows(name, TableFile.xlsx(file, Set.of(PriceTable.FROM))), problems);
        }
        YamlNode root = YamlFile.readJson(name, text(file), problems);
        problems.throwIfAny();
        return root == null
                ? List.of()
                : format == PriceListFormat.LITELLM
                        ? JsonLists.liteLlm(root, problems)
                        : JsonLists.modelsDev(root, problems);
    }

    private String text(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            problems.add(Problem.inFile(file.toString(), new Text("The file is not UTF-8 text.", "文件不是 UTF-8 文本。")));
            problems.throwIfAny();
            throw e;
        }
    }
}
