package advisor.report.json;

import advisor.request.RequestField;
import advisor.request.RequestFields;
import advisor.text.Ids;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedSet;

/** What a request may say, for whoever draws a form: its words stand in the {@link Vocabulary}. */
public final class FormJson {
    private FormJson() {}

    /**
     * All fields in their order: where each is asked for, in what, and what holds if it is left empty.
     *
     * @param currencies codes of those that an amount may be given in
     */
    public static ObjectNode fields(SortedSet<String> currencies) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("schema", "fields/1");
        node.set("currencies", FactsAsJson.texts(currencies));
        ArrayNode fields = node.putArray("fields");
        RequestFields.all().forEach(field -> fields.add(field(field)));
        return node;
    }

    private static ObjectNode field(RequestField<?> field) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", field.name());
        node.put("place", Ids.of(field.place()));
        node.put("kind", Ids.of(field.type().kind()));
        node.put("absent", field.absentText());
        node.set("choices", FactsAsJson.texts(field.choices().keySet()));
        return node;
    }
}
