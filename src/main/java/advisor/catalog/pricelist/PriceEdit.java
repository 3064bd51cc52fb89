package advisor.catalog.pricelist;

import advisor.catalog.Catalog;
import advisor.catalog.CatalogLoader;
import advisor.catalog.CatalogTexts;
import advisor.catalog.yaml.Problems;
import advisor.text.NearestName;
import advisor.text.Problem;
import advisor.text.Text;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The files of a catalog with the prices of a list appended to their offers, and the list to their sources. */
public final class PriceEdit {
    private static final String SOURCES = "sources.yaml";

    private final Catalog catalog;
    private final PriceDiff diff;
    private final Problems problems = new Problems();

    public PriceEdit(Catalog catalog, PriceDiff diff) {
        this.catalog = catalog;
        this.diff = diff;
    }

    /**
     * The texts of the files that change, by their path in the catalog; what is in them stays as it stands. Together with
     * the other files they have been read as a catalog.
     *
     * @param source id of one that is there; {@code null} for one that is added under the list's name and day
     * @param file what the list is called
     * @throws advisor.text.LoadException if any of it cannot be written: a price of the same day is there, or the source
     */
    public SortedMap<String, String> files(@Nullable String source, String file) {
        diff.in(PriceChange.State.CONFLICT).forEach(this::refuse);
        SortedMap<String, String> changed = new TreeMap<>();
        if (!diff.written().isEmpty()) {
            String cited = source == null ? added(file, changed) : known(source);
            append(cited, changed);
        }
        problems.throwIfAny();
        SortedMap<String, String> all = new TreeMap<>(catalog.texts().files());
        all.putAll(changed);
        Objects.requireNonNull(CatalogLoader.load(new CatalogTexts(all)));
        return changed;
    }

    private void append(String source, SortedMap<String, String> changed) {
        diff.written().stream()
                .collect(Collectors.groupingBy(PriceChange::provider, TreeMap::new, Collectors.toList()))
                .forEach((provider, changes) -> append(provider, changes, source, changed));
    }

    private void append(String provider, List<PriceChange> changes, String source, SortedMap<String, String> changed) {
        String name = "offers/" + provider + ".yaml";
        String text = catalog.texts().files().getOrDefault(name, "");
        changed.put(name, new OfferEntries("catalog/" + name, text, problems).with(changes, source));
    }

    private void refuse(PriceChange change) {
        problems.add(Problem.inFile(
                "catalog/offers/" + change.provider() + ".yaml",
                new Text(
                                "There is another price of %s from %s on: history is not overwritten.",
                                "已有 %s 自 %s 起的另一价格：不覆盖历史。")
                        .with(change.model(), change.from())));
    }

    private String known(String source) {
        if (!catalog.sources().containsKey(source)) {
            refuseSource(
                    new Text("The source (%s) is not in sources.yaml.", "sources.yaml 中没有来源（%s）。").with(source),
                    NearestName.hintText(source, catalog.sources().keySet()));
        }
        return source;
    }

    /** A list of nobody in particular has to be described by hand. */
    private String added(String file, SortedMap<String, String> changed) {
        String id = diff.format().id().replace('.', '-') + "-" + diff.day();
        String address = diff.format().address();
        if (address == null) {
            refuseSource(
                    new Text("A table says not where it is from.", "表格没有说明来源。"),
                    new Text("Name its source: --source ID, of sources.yaml.", "请用 --source 指定 sources.yaml 中的来源。"));
        } else if (catalog.sources().containsKey(id)) {
            refuseSource(
                    new Text("The source (%s) of a list of that day is there already.", "当日价格表的来源（%s）已存在。").with(id),
                    new Text("If it is the same: --source %s.", "若为同一份：--source %s。").with(id));
        } else {
            changed.put(SOURCES, ended(catalog.texts().files().getOrDefault(SOURCES, "")) + entry(id, address, file));
        }
        return id;
    }

    private void refuseSource(Text fault, Text hint) {
        problems.add(new Problem("catalog/" + SOURCES, 0, 0, fault, hint));
    }

    private static String ended(String text) {
        return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }

    private String entry(String id, String address, String file) {
        return """
                - id: %s
                  title: {en: "Price list of %s, read on %s", zh: "%s 价格表，读于 %s"}
                  retrieved: %s
                  grade: catalogue
                  where: "%s"
                  address: %s
                """
                .formatted(
                        id,
                        diff.format(),
                        diff.day(),
                        diff.format(),
                        diff.day(),
                        diff.day(),
                        file.replace("\\", "\\\\").replace("\"", "\\\""),
                        address);
    }
}
