package advisor.request;

import advisor.catalog.Catalog;
import advisor.text.NearestName;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several models in the place of one: {@code any-of:qwen3-32b,llama-3.1-70b}. */
public final class ModelList {
    private static final String EXAMPLE = "any-of:qwen3-32b,llama-3.1-70b";

    private static final String FIELD = "model";
    private static final String PREFIX = "any-of:";
    private static final Pattern BETWEEN = Pattern.compile("[,，、]");

    private ModelList() {}

    /** The fields for each model that they name, in turn and each once; as they are if they name no list. */
    public static List<Map<String, String>> each(Map<String, String> fields) {
        String model = fields.getOrDefault(FIELD, "");
        List<Map<String, String>> each = (isList(model) ? names(model) : Stream.<String>empty())
                .map(name -> with(fields, name))
                .toList();
        return each.isEmpty() ? List.of(fields) : each;
    }

    /** The fields with each model by its id, if it is written otherwise: "DeepSeek R1", "deepseek-ai/DeepSeek-R1". */
    public static SortedMap<String, String> catalogued(Map<String, String> fields, Catalog catalog) {
        SortedMap<String, String> named = new TreeMap<>(fields);
        named.computeIfPresent(
                FIELD,
                (field, model) -> isList(model)
                        ? names(model).map(name -> id(name, catalog)).collect(Collectors.joining(",", PREFIX, ""))
                        : id(model, catalog));
        return named;
    }

    /** The id of the one model of the catalog that is surely meant; else the text itself. */
    private static String id(String model, Catalog catalog) {
        return catalog.models().containsKey(model)
                ? model
                : NearestName.same(model, catalog.models().keySet()).orElse(model);
    }

    /** The models of a list, or how one is written if it names none. */
    static String meant(String list) {
        String names = names(list).collect(Collectors.joining(", "));
        return names.isEmpty() ? EXAMPLE : names;
    }

    private static Stream<String> names(String list) {
        return BETWEEN.splitAsStream(list.substring(PREFIX.length()))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct();
    }

    static boolean isList(String model) {
        return model.startsWith(PREFIX);
    }

    private static Map<String, String> with(Map<String, String> fields, String model) {
        Map<String, String> of = new TreeMap<>(fields);
        of.put(FIELD, model);
        return of;
    }
}
