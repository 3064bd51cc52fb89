package advisor.catalog;

import advisor.catalog.yaml.Problems;
import advisor.catalog.yaml.Section;
import advisor.catalog.yaml.YamlFile;
import advisor.catalog.yaml.YamlNode;
import advisor.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the facts that rules see mean: reads {@code facts.yaml}, which stands beside this class. */
public final class FactMeanings {
    private static final String FILE = "facts.yaml";

    /** The key under which a type itself is explained. */
    private static final String TYPE = "is";

    private FactMeanings() {}

    /**
     * What one type or property means.
     *
     * @param unit empty for what has none
     * @param example a constraint as it stands within the brackets of its type; {@code null} where its type says it all
     */
    public record Meaning(Text text, String unit, @Nullable String example) {}

    /**
     * The meanings by type, as {@code Memory}, and by property, as {@code Memory.needed}.
     *
     * @throws advisor.text.LoadException with every problem of the file
     */
    public static SortedMap<String, Meaning> read() {
        Problems problems = new Problems();
        SortedMap<String, Meaning> meanings = new TreeMap<>();
        YamlNode root = YamlFile.read(FILE, text(), problems);
        if (root != null) {
            Section file = new Section(root, "the meanings of facts", problems);
            file.keys().forEach(type -> read(type, Objects.requireNonNull(file.optionalSection(type)), meanings));
        }
        problems.throwIfAny();
        return Collections.unmodifiableSortedMap(meanings);
    }

    private static void read(String type, Section properties, SortedMap<String, Meaning> meanings) {
        for (String property : properties.keys()) {
            String key = property.equals(TYPE) ? type : type + "." + property;
            meanings.put(key, meaning(Objects.requireNonNull(properties.optionalSection(property))));
        }
    }

    private static Meaning meaning(Section section) {
        Text text = new Text(section.text("en"), section.text("zh"));
        String unit = section.optionalText("unit");
        Meaning meaning = new Meaning(text, unit == null ? "" : unit, section.optionalText("example"));
        section.done();
        return meaning;
    }

    private static String text() {
        try (InputStream yaml = Objects.requireNonNull(FactMeanings.class.getResourceAsStream(FILE))) {
            return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The file (%s) cannot be read.".formatted(FILE), e);
        }
    }
}
