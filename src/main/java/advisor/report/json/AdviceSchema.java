package advisor.report.json;

import advisor.request.FieldType.Kind;
import advisor.request.RequestField;
import advisor.request.RequestFields;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The JSON Schema (2020-12) of an advice; what a request comes to in it is made from the table of request fields. */
public final class AdviceSchema {
    private static final String RESOURCE = "/schemas/advice-2.json";

    private AdviceSchema() {}

    public static ObjectNode tree() {
        try (InputStream stream = AdviceSchema.class.getResourceAsStream(RESOURCE)) {
            ObjectNode schema = new JsonMapper().readValue(Objects.requireNonNull(stream), ObjectNode.class);
            ObjectNode request = schema.withObject("/$defs/Request");
            RequestFields.answered().forEach(field -> {
                request.withArray("required").add(field.json());
                request.withObject("properties").set(field.json(), answered(field));
            });
            return schema;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What has no default is null unless it was given, but for what must be given. */
    private static ObjectNode answered(RequestField<?> field) {
        boolean nullable = field.absentText() == null && field.type().kind() != Kind.MODEL;
        return switch (field.type().kind()) {
            case WHOLE_NUMBER ->
                typed("integer", nullable)
                        .put("minimum", (Integer) field.type().schema().get("minimum"));
            case NUMBER -> typed("number", nullable).put("minimum", 0);
            case AMOUNT -> amount();
            case ASSUMPTIONS -> {
                ObjectNode node = typed("object", false);
                node.putObject("additionalProperties").put("type", "number");
                yield node;
            }
            case OFFERS, OPTIONS -> {
                ObjectNode node = typed("array", true);
                node.putObject("items").put("type", "string");
                yield node;
            }
            case CHOICE -> choice(field);
            case MODEL, COUNTRY, CURRENCY, DATE, LAYOUT ->
                typed("string", nullable).put("minLength", 1);
        };
    }

    private static ObjectNode choice(RequestField<?> field) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        field.choices().keySet().forEach(node.withArray("enum")::add);
        return node;
    }

    private static ObjectNode amount() {
        ObjectNode node = typed("object", true).put("additionalProperties", false);
        node.putArray("required").add("amount").add("currency");
        node.withObject("properties").putObject("amount").put("$ref", "#/$defs/Count");
        node.withObject("properties").putObject("currency").put("$ref", "#/$defs/Currency");
        return node;
    }

    private static ObjectNode typed(String type, boolean nullable) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (nullable) {
            node.putArray("type").add(type).add("null");
            return node;
        }
        return node.put("type", type);
    }
}
