package advisor.catalog;

import advisor.cache.Cache;
import advisor.catalog.yaml.Problems;
import advisor.catalog.yaml.YamlFile;
import advisor.catalog.yaml.YamlNode;
import advisor.catalog.yaml.YamlNode.Mapping;
import advisor.catalog.yaml.YamlNode.Scalar;
import advisor.catalog.yaml.YamlNode.Sequence;
import advisor.facts.unit.Source;
import advisor.text.Layers;
import advisor.text.LoadException;
import advisor.text.Problem;
import advisor.text.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is wrong with the files of a catalog.
 *
 * @param catalog {@code null} if it does not load
 * @param faults why it does not
 * @param warnings sources that nothing cites
 */
public record CatalogCheck(@Nullable Catalog catalog, List<Problem> faults, List<Problem> warnings) {
    private static final String ID = "id";

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** What tells when something was known, or begins. */
    private static final Set<String> DAYS = Set.of("from", "date", "published", "retrieved");

    private static final int MOST_YEARS_AHEAD = 2;

    /**
     * @param citedElsewhere citations of sources by what is no file of the catalog; {@code null} if they are not known
     * @param today of which days lie far ahead is a slip
     */
    public static CatalogCheck of(
            Layers folders, Cache cache, @Nullable Collection<String> citedElsewhere, LocalDate today) {
        CatalogTexts texts = CatalogTexts.read(folders, new Problems());
        Map<String, YamlNode> documents = documents(texts);
        List<Problem> warnings = idle(documents, texts, citedElsewhere);
        List<Problem> faults = new ArrayList<>(farAhead(documents, today));
        try {
            Catalog catalog = CatalogLoader.load(folders, cache);
            return new CatalogCheck(faults.isEmpty() ? catalog : null, faults, warnings);
        } catch (LoadException e) {
            faults.addAll(e.problems());
            return new CatalogCheck(null, faults.stream().sorted().toList(), warnings);
        }
    }

    private static Map<String, YamlNode> documents(CatalogTexts texts) {
        Map<String, YamlNode> documents = new TreeMap<>();
        texts.files().keySet().forEach(name -> document(texts, name).ifPresent(root -> documents.put(name, root)));
        return documents;
    }

    /**
     * Days from which on something is said to hold that lie further ahead than anybody announces; whoever's clock is late
     * goes by when half of the sources were read.
     */
    private static List<Problem> farAhead(Map<String, YamlNode> documents, LocalDate today) {
        List<LocalDate> read = documents.values().stream()
                .flatMap(root -> days(root, Set.of("retrieved")))
                .map(CatalogCheck::day)
                .sorted()
                .toList();
        LocalDate middle = read.isEmpty() ? today : read.get(read.size() / 2);
        LocalDate last = (middle.isAfter(today) ? middle : today).plusYears(MOST_YEARS_AHEAD);
        return documents.values().stream()
                .flatMap(root -> days(root, DAYS))
                .filter(scalar -> day(scalar).isAfter(last))
                .map(scalar -> new Problem(
                        scalar.at().file(),
                        scalar.at().line(),
                        scalar.at().column(),
                        new Text("The day (%s) lies more than %s years ahead.", "日期（%s）远在 %s 年以后。")
                                .with(scalar.text(), MOST_YEARS_AHEAD),
                        new Text("Maybe another year?", "年份可能有误。")))
                .toList();
    }

    private static Stream<Scalar> days(YamlNode node, Set<String> keys) {
        if (node instanceof Sequence list) {
            return list.items().stream().flatMap(item -> days(item, keys));
        }
        return node instanceof Mapping mapping
                ? mapping.values().entrySet().stream()
                        .flatMap(entry -> entry.getValue() instanceof Scalar scalar
                                ? Stream.of(scalar)
                                        .filter(day -> keys.contains(entry.getKey())
                                                && DAY.matcher(day.text()).matches())
                                : days(entry.getValue(), keys))
                : Stream.empty();
    }

    /** A day that no calendar has is told elsewhere. */
    private static LocalDate day(Scalar scalar) {
        try {
            return LocalDate.parse(scalar.text());
        } catch (DateTimeException e) {
            return LocalDate.EPOCH;
        }
    }

    /** None where a file cannot be read: nobody knows what it cites. */
    private static List<Problem> idle(
            Map<String, YamlNode> documents, CatalogTexts texts, @Nullable Collection<String> citedElsewhere) {
        if (citedElsewhere == null || documents.size() < texts.files().size()) {
            return List.of();
        }
        Set<String> cited = Stream.concat(
                        citedElsewhere.stream(), documents.values().stream().flatMap(CatalogCheck::values))
                .map(Source::idOf)
                .collect(Collectors.toSet());
        return documents.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(CatalogTexts.SOURCES))
                .flatMap(entry -> items(entry.getValue()))
                .flatMap(source -> Stream.ofNullable(source.values().get(ID)))
                .filter(id -> id instanceof Scalar scalar
                        && !scalar.text().equals(Source.THE_REQUEST)
                        && !cited.contains(scalar.text()))
                .map(id -> warning((Scalar) id))
                .toList();
    }

    private static Problem warning(Scalar id) {
        Text message = new Text("Nothing cites the source (%s).", "来源（%s）未被引用。").with(id.text());
        return new Problem(id.at().file(), id.at().line(), id.at().column(), message, Text.NONE);
    }

    private static Optional<YamlNode> document(CatalogTexts texts, String name) {
        String text = texts.files().getOrDefault(name, "");
        return Optional.ofNullable(YamlFile.read(texts.label(name), text, new Problems()));
    }

    private static Stream<Mapping> items(YamlNode root) {
        return root instanceof Sequence list
                ? list.items().stream().filter(Mapping.class::isInstance).map(Mapping.class::cast)
                : Stream.empty();
    }

    /** Every value but ids: what something is called cites nothing. */
    private static Stream<String> values(YamlNode node) {
        if (node instanceof Scalar scalar) {
            return Stream.of(scalar.text());
        }
        return node instanceof Sequence list
                ? list.items().stream().flatMap(CatalogCheck::values)
                : ((Mapping) node)
                        .values().entrySet().stream()
                                .filter(entry -> !entry.getKey().equals(ID))
                                .flatMap(entry -> values(entry.getValue()));
    }
}
