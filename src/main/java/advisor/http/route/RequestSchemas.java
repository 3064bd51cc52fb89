package advisor.http.route;

import advisor.http.call.PlainFields;
import advisor.request.RequestField;
import advisor.request.RequestFields;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** The fields of a request as JSON Schema, as they are asked: what the schema refuses, the server refuses. */
final class RequestSchemas {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private RequestSchemas() {}

    /** Adds the fields to the schemas of what is no field of the table, and how they go together. */
    static void addTo(ObjectNode schemas) {
        ObjectNode request = schemas.withObject("Request");
        ObjectNode fields = request.withObject("properties");
        RequestFields.all()
                .forEach(field -> fields.set(field.name(), asked(field).setAll(fields.withObject("/" + field.name()))));
        schemas.set("Offer", MAPPER.valueToTree(RequestFields.offerSchema()));
        ObjectNode sized = schemas.withObject("/SizeRequest");
        sized.set("anyOf", request.path("anyOf"));
        SizeRoutes.REQUEST.forEach(name ->
                sized.withObject("/properties/" + name).put("$ref", "#/components/schemas/Request/properties/" + name));
        ArrayNode together = request.putArray("allOf");
        RequestFields.needed().forEach((field, other) -> {
            ObjectNode needs = together.addObject();
            needs.set("if", given(field));
            needs.set("then", given(other));
        });
        RequestFields.excluded().forEach((field, others) -> {
            ObjectNode alone = together.addObject();
            alone.set("if", given(field));
            others.forEach(
                    other -> alone.withObject("/then/properties/" + other).put("type", "null"));
        });
    }

    /** What is {@code null} is not given. */
    private static ObjectNode given(String field) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.putArray("required").add(field);
        node.putObject("properties").putObject(field).putObject("not").put("type", "null");
        return node;
    }

    private static ObjectNode asked(RequestField<?> field) {
        ObjectNode node = MAPPER.valueToTree(field.type().schema());
        if (node.has("type")) {
            nullable(node);
        }
        if (node.has("pattern") && field.type().kind().separator() == null) {
            node.put("maxLength", PlainFields.LONGEST);
        }
        String absent = field.absentText();
        if (absent != null) {
            node.set("default", MAPPER.valueToTree(field.type().kind().isFigure() ? new BigDecimal(absent) : absent));
        }
        return node.put("description", field.help().en().replace("--", ""));
    }

    private static void nullable(ObjectNode node) {
        JsonNode type = node.path("type");
        ArrayNode types = node.putArray("type");
        (type.isArray() ? types.addAll((ArrayNode) type) : types.add(type)).add("null");
        if (node.get("enum") instanceof ArrayNode choices) {
            choices.addNull();
        }
    }
}
