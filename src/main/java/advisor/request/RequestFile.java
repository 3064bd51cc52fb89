package advisor.request;

import advisor.catalog.yaml.Problems;
import advisor.catalog.yaml.Section;
import advisor.catalog.yaml.YamlFile;
import advisor.catalog.yaml.YamlNode;
import advisor.text.LoadException;
import java.util.Map;
import java.util.TreeMap;

/** A request written as YAML: the field names of the command line, in kebab or snake case. */
public final class RequestFile {
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
            section.keys().forEach(key -> fields.put(key.replace('_', '-'), section.text(key)));
        }
        problems.throwIfAny();
        return fields;
    }
}
