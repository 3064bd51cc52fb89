package advisor.http.route;

import advisor.request.FieldType.Kind;
import advisor.request.RequestField;
import advisor.request.RequestFields;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;

/** The fields of a request as JSON Schema, as they are asked. */
final class RequestSchemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RequestSchemas() {}

    /** Adds the fields to the schemas of what is no field of the table. */
    static void addTo(ObjectNode schemas) {
        ObjectNode asked = schemas.withObject("Request").withObject("properties");
        RequestFields.all().forEach(field -> asked.set(field.name(), asked(field)));
    }

    private static ObjectNode asked(RequestField<?> field) {
        if (field.type().kind() == Kind.ASSUMPTIONS) {
            ObjectNode node = typed("string", "object", "null");
            node.putObject("additionalProperties").set("type", types("number", "string"));
            return node.put("description", "id=value,id=value, or an object of them.");
        }
        if (field.type().kind() == Kind.OFFERS) {
            ObjectNode node = typed("string", "array", "null");
            node.putObject("items").set("type", types("string", "object"));
            return node.put("description", field.help().en());
        }
        return typed("string", "number", "boolean", "null")
                .put("description", field.help().en());
    }

    private static ObjectNode typed(String... types) {
        ObjectNode node = NODES.objectNode();
        return types.length == 1 ? node.put("type", types[0]) : node.set("type", types(types));
    }

    private static ArrayNode types(String... types) {
        ArrayNode array = NODES.arrayNode();
        Stream.of(types).forEach(array::add);
        return array;
    }
}
