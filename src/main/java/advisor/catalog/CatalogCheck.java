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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

    /** @param citedElsewhere citations of sources by what is no file of the catalog; {@code null} if they are not known */
    public static CatalogCheck of(Layers folders, Cache cache, @Nullable Collection<String> citedElsewhere) {
        try {
            Catalog catalog = CatalogLoader.load(folders, cache);
            return new CatalogCheck(catalog, List.of(), idle(catalog.texts(), citedElsewhere));
        } catch (LoadException e) {
            CatalogTexts texts = CatalogTexts.read(folders, new Problems());
            return new CatalogCheck(null, e.problems(), idle(texts, citedElsewhere));
        }
    }

    /** None where a file cannot be read: nobody knows what it cites. */
    private static List<Problem> idle(CatalogTexts texts, @Nullable Collection<String> citedElsewhere) {
        Map<String, YamlNode> documents = new TreeMap<>();
        texts.files().keySet().forEach(name -> document(texts, name).ifPresent(root -> documents.put(name, root)));
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
