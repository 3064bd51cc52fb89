package advisor.catalog.pricelist;

import advisor.catalog.yaml.Problems;
import advisor.catalog.yaml.Section;
import advisor.catalog.yaml.YamlFile;
import advisor.catalog.yaml.YamlNode;
import advisor.file.RegularFile;
import advisor.text.Layers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What price lists call the providers, models and devices of a catalog, as its {@code names.yaml} says. What is not said
 * there goes by its id, or is not known.
 */
final class ListedNames {
    private static final String FILE = "names.yaml";

    private final Map<String, Model> models = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> ids = new LinkedHashMap<>();
    private final Set<String> inEuros = new LinkedHashSet<>();

    private ListedNames() {}

    /**
     * A model of the catalog under a name.
     *
     * @param serves what really answers; {@code null} if nothing is said
     */
    record Model(String id, @Nullable String serves) {}

    /** The names of a catalog's folders, of which later ones count; none if they have no such file. */
    static ListedNames read(Layers folders, Problems problems) throws IOException {
        ListedNames names = new ListedNames();
        for (Layers.Layer layer : folders.all()) {
            Path file = layer.folder().resolve(FILE);
            YamlNode root = Files.exists(file)
                    ? YamlFile.read(layer.name() + "/" + FILE, RegularFile.text(file), problems)
                    : null;
            if (root != null) {
                names.read(new Section(root, FILE, problems));
            }
        }
        return names;
    }

    private void read(Section section) {
        for (Section model : section.sections("models")) {
            Model named = new Model(model.text("model"), model.optionalText("serves"));
            model.texts("names").forEach(name -> models.put(plain(name), named));
            model.done();
        }
        for (PriceListFormat format : PriceListFormat.values()) {
            Section known = section.optionalSection(format.id());
            if (known != null) {
                Map<String, String> named = new LinkedHashMap<>();
                known.keys().forEach(name -> named.put(name, known.text(name)));
                ids.computeIfAbsent(format.id(), key -> new LinkedHashMap<>()).putAll(named);
            }
        }
        inEuros.addAll(section.texts("in_euros"));
        section.done();
    }

    /** The id of a provider or device in a list; the name itself if nothing else is said. */
    String id(PriceListFormat format, String name) {
        return ids.getOrDefault(format.id(), Map.of()).getOrDefault(name, name);
    }

    /** Whether a name of a list is said to be an id. */
    boolean names(PriceListFormat format, String name) {
        return ids.getOrDefault(format.id(), Map.of()).containsKey(name);
    }

    /** The model that a name stands for; one of the same id if nothing else is said. */
    Model model(String name) {
        String plain = plain(name);
        return models.getOrDefault(plain, new Model(plain, null));
    }

    /** Whether a provider prints euros, so that a list that means dollars may hold euros. */
    boolean printsEuros(String provider) {
        return inEuros.contains(provider);
    }

    /** The part behind the last slash, in lower case. */
    private static String plain(String name) {
        return name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}
