package advisor.request;

import advisor.catalog.yaml.Problems;
import advisor.catalog.yaml.Section;
import advisor.catalog.yaml.YamlFile;
import advisor.catalog.yaml.YamlNode;
import advisor.text.LoadException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A request written as YAML: the field names of the command line, in kebab or snake case. */
public final class RequestFile {
    private static final String LINE = "line";

    private RequestFile() {}

    /**
     * The fields by their names on the command line.
     *
     * @param file what the file is called in messages
     * @throws LoadException if the text is no mapping of names to plain values
     */
    public static Map<String, String> parse(String file, String text) {
        Problems problems = new Problems();
        YamlNode root = YamlFile.read(file, text, problems);
        problems.throwIfAny();
        Map<String, String> fields = new TreeMap<>();
        if (root != null) {
            Section section = new Section(root, "the request", problems);
            section.keys().forEach(key -> fields.put(key.replace('_', '-'), value(section, key)));
        }
        problems.throwIfAny();
        return fields;
    }

    private static String value(Section section, String key) {
        RequestField<?> field = RequestFields.find(key.replace('_', '-'));
        FieldType.Kind kind =
                field == null ? FieldType.Kind.MODEL : field.type().kind();
        return switch (kind) {
            case OFFERS -> offers(section, key);
            case OPTIONS -> section.json(key);
            default -> section.text(key);
        };
    }

    /** Each a line of text, or a mapping of its terms. */
    private static String offers(Section section, String key) {
        return section.sectionsOrTexts(key, LINE).stream()
                .map(offer -> offer.has(LINE) ? offer.text(LINE) : OfferTable.line(terms(offer)))
                .collect(Collectors.joining("; "));
    }

    private static Map<String, String> terms(Section offer) {
        Map<String, String> terms = new TreeMap<>();
        offer.keys().forEach(term -> terms.put(term, offer.text(term)));
        return terms;
    }
}
