package advisor.request;

import advisor.catalog.yaml.Problems;
import advisor.catalog.yaml.Section;
import advisor.catalog.yaml.YamlFile;
import advisor.catalog.yaml.YamlNode;
import advisor.text.LoadException;
import advisor.text.NearestName;
import advisor.text.Text;
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
     * @throws LoadException with the place of all that is no field, or no value of one
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
        if (field == null) {
            String near = String.join(", ", NearestName.nearOrAll(key.replace('_', '-'), RequestFields.names()));
            section.problem(
                    key,
                    new Text("The field (%s) is not known.", "没有该字段（%s）。").with(key),
                    new Text("Maybe %s?", "可用：%s").with(near));
            return "";
        }
        if (field.type().kind() == FieldType.Kind.OFFERS) {
            return offers(section, key);
        }
        String text = field.type().kind() == FieldType.Kind.OPTIONS ? section.json(key) : section.text(key);
        if (!text.isEmpty() && field.type().kind() != FieldType.Kind.MODEL) {
            FormNotes notes = new FormNotes();
            field.type().reading().read(field.name(), text, notes);
            notes.texts().forEach(fault -> section.problem(key, fault, Text.NONE));
        }
        return text;
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
