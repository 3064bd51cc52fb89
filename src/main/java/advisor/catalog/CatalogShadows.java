package advisor.catalog;

import advisor.catalog.yaml.Problems;
import advisor.catalog.yaml.YamlFile;
import advisor.catalog.yaml.YamlNode;
import advisor.catalog.yaml.YamlNode.Mapping;
import advisor.catalog.yaml.YamlNode.Place;
import advisor.catalog.yaml.YamlNode.Scalar;
import advisor.catalog.yaml.YamlNode.Sequence;
import advisor.text.Shadow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the upper folders of a catalog take the place of: whole files, and entries of lists by their ids. */
public final class CatalogShadows {
    private static final String PARAMETERS = "parameters";
    private static final String ID = "id";

    private final CatalogTexts texts;
    private final Problems unread = new Problems();

    private CatalogShadows(CatalogTexts texts) {
        this.texts = texts;
    }

    /** All of them, files before entries; none where there is one folder. */
    public static List<Shadow> of(CatalogTexts texts) {
        return texts.layers().size() == 1 ? List.of() : new CatalogShadows(texts).all();
    }

    /**
     * The documents without the parameters that a file of an upper folder gives too.
     *
     * @param documents those that count, by file name
     */
    static Map<String, YamlNode> without(CatalogTexts texts, Map<String, YamlNode> documents) {
        if (texts.layers().size() == 1) {
            return documents;
        }
        Map<String, Integer> highest = new HashMap<>();
        parameterFiles(texts).forEach(name -> entries(documents.get(name), PARAMETERS)
                .forEach((id, at) -> highest.merge(id, CatalogTexts.layer(name), Math::max)));
        Map<String, YamlNode> kept = new LinkedHashMap<>(documents);
        parameterFiles(texts)
                .filter(documents::containsKey)
                .forEach(name -> kept.put(
                        name, kept(documents.get(name), id -> highest.getOrDefault(id, 0) > CatalogTexts.layer(name))));
        return kept;
    }

    private static @Nullable YamlNode kept(@Nullable YamlNode document, Predicate<String> hidden) {
        if (!(document instanceof Mapping file) || !(file.values().get(PARAMETERS) instanceof Sequence list)) {
            return document;
        }
        Map<String, YamlNode> values = new LinkedHashMap<>(file.values());
        values.put(
                PARAMETERS,
                new Sequence(
                        list.items().stream()
                                .filter(item -> !hidden.test(id(item)))
                                .toList(),
                        list.at()));
        return new Mapping(values, file.keys(), file.at());
    }

    private List<Shadow> all() {
        List<Shadow> shadows = new ArrayList<>();
        Set<String> counting = parameterFiles(texts)
                .flatMap(name -> entries(name, PARAMETERS).keySet().stream())
                .collect(Collectors.toSet());
        texts.hidden()
                .forEach((below, name) -> shadows.add(new Shadow(
                        "",
                        texts.label(name),
                        texts.label(below),
                        entries(below, PARAMETERS).keySet().stream()
                                .filter(id -> !counting.contains(id))
                                .toList())));
        addEntries(texts.sources().stream(), "", shadows);
        addEntries(parameterFiles(texts), PARAMETERS, shadows);
        return shadows;
    }

    private void addEntries(Stream<String> files, String list, List<Shadow> shadows) {
        Map<String, Place> known = new HashMap<>();
        Map<String, Integer> layers = new HashMap<>();
        files.forEach(name -> entries(name, list).forEach((id, at) -> {
            Place below = known.put(id, at);
            Integer layer = layers.put(id, CatalogTexts.layer(name));
            if (below != null && layer != null && layer < CatalogTexts.layer(name)) {
                shadows.add(new Shadow(id, shown(at), shown(below), List.of()));
            }
        }));
    }

    private static String shown(Place at) {
        return at.file() + ":" + at.line() + ":" + at.column();
    }

    /** The lowest folder's first. */
    private static Stream<String> parameterFiles(CatalogTexts texts) {
        return texts.in(PARAMETERS).stream().sorted(Comparator.comparingInt(CatalogTexts::layer));
    }

    private Map<String, Place> entries(String name, String list) {
        return entries(YamlFile.read(texts.label(name), texts.files().getOrDefault(name, ""), unread), list);
    }

    /** Where each id stands in a list, which the document holds under a key or itself is. */
    private static Map<String, Place> entries(@Nullable YamlNode document, String list) {
        YamlNode found = document instanceof Mapping file ? file.values().get(list) : document;
        Map<String, Place> entries = new TreeMap<>();
        if (found instanceof Sequence items) {
            items.items().forEach(item -> entries.put(id(item), item.at()));
        }
        return entries;
    }

    private static String id(YamlNode entry) {
        return entry instanceof Mapping mapping && mapping.values().get(ID) instanceof Scalar id ? id.text() : "";
    }
}
