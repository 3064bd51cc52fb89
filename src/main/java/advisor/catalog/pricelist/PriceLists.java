package advisor.catalog.pricelist;

import advisor.catalog.Catalog;
import advisor.catalog.yaml.Problems;
import advisor.catalog.yaml.YamlFile;
import advisor.catalog.yaml.YamlNode;
import advisor.text.Layers;
import advisor.text.NearestName;
import advisor.text.Problem;
import advisor.text.Text;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads a downloaded list of prices and compares it with a catalog. */
public final class PriceLists {
    private final Catalog catalog;
    private final Layers folders;
    private final LocalDate day;
    private final Problems problems = new Problems();

    /**
     * @param folders of the catalog, which may hold the names that lists have for what is in it
     * @param day from which on the prices of a list hold that does not say
     */
    public PriceLists(Catalog catalog, Layers folders, LocalDate day) {
        this.catalog = catalog;
        this.folders = folders;
        this.day = day;
    }

    /**
     * What a list of prices of tokens would change.
     *
     * @param wanted providers as the list calls them; all if there are none
     * @throws advisor.text.LoadException with every fault of the list
     * @throws IOException if a file cannot be read
     */
    public PriceDiff tokens(PriceListFormat format, Path file, Collection<String> wanted) throws IOException {
        ListedNames names = ListedNames.read(folders, problems);
        List<ListedPrice> all = listed(format, file);
        refuseUnlisted(wanted, all, file);
        List<ListedPrice> listed = all.stream()
                .filter(price -> wanted.isEmpty() || wanted.contains(price.provider()))
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
        ListedNames names = ListedNames.read(folders, problems);
        RentalDiff diff = new RentalTable(catalog, names, problems)
                .compare(new NamedRows(file.toString(), TableFile.csv(file)), day);
        problems.throwIfAny();
        return diff;
    }

    private void refuseUnlisted(Collection<String> wanted, List<ListedPrice> all, Path file) {
        Set<String> listed = all.stream().map(ListedPrice::provider).collect(Collectors.toCollection(TreeSet::new));
        wanted.stream()
                .filter(provider -> !listed.contains(provider))
                .forEach(provider -> problems.add(new Problem(
                        file.toString(),
                        0,
                        0,
                        new Text("The list has no provider %s.", "价格表中没有服务商 %s。").with(provider),
                        NearestName.hintText(provider, listed))));
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
