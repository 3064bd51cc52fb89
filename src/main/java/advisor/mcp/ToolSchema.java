package advisor.mcp;

import advisor.request.FieldType.Kind;
import advisor.request.RequestField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a tool may be given, as JSON Schema: its own arguments, and fields of the table of requests. */
final class ToolSchema {
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();
    private final List<String> own = new ArrayList<>();

    /** An argument of the tool itself, that must be given. */
    ToolSchema must(String name, String type, String description) {
        required.add(name);
        return may(name, type, description);
    }

    /** An argument of the tool itself. */
    ToolSchema may(String name, String type, String description) {
        own.add(name);
        properties.put(name, typed(type, description));
        return this;
    }

    /** Fields of a request; the model is one that must be given. */
    ToolSchema fields(List<RequestField<?>> fields) {
        for (RequestField<?> field : fields) {
            properties.put(field.name(), property(field));
            if (field.type().kind() == Kind.MODEL) {
                required.add(field.name());
            }
        }
        return this;
    }

    /** Names that are no fields of a request. */
    Set<String> own() {
        return Set.copyOf(own);
    }

    /** Names of all that may be given. */
    Set<String> names() {
        return properties.keySet();
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "object");
        json.put("properties", properties);
        json.put("required", required);
        return json;
    }

    private static Map<String, Object> property(RequestField<?> field) {
        Map<String, Object> property =
                typed(type(field.type().kind()), field.help().en());
        if (!field.choices().isEmpty()) {
            property.put("enum", List.copyOf(field.choices().keySet()));
        }
        return property;
    }

    private static String type(Kind kind) {
        return switch (kind) {
            case WHOLE_NUMBER -> "integer";
            case NUMBER -> "number";
            case ASSUMPTIONS -> "object";
            case OFFERS -> "array";
            case MODEL, CHOICE, AMOUNT, COUNTRY, CURRENCY, DATE, LAYOUT, OPTIONS -> "string";
        };
    }

    /** Lists are of texts. */
    private static Map<String, Object> typed(String type, String description) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("type", type);
        property.put("description", description);
        if (type.equals("array")) {
            property.put("items", Map.of("type", "string"));
        }
        return property;
    }
}
