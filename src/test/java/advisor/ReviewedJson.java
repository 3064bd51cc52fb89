package advisor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** JSON as somebody reviews it: in one line what holds no more than plain values, and each finding and part of a cost. */
final class ReviewedJson {
    private static final Set<String> ROWS = Set.of("notes", "findings", "breakdown");
    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();

    private ReviewedJson() {}

    static String of(JsonNode node) {
        ReviewedJson reviewed = new ReviewedJson();
        reviewed.add(node, "", false);
        return reviewed.text.append('\n').toString();
    }

    /** @param row whether the elements of an array stand in a line each */
    private void add(JsonNode node, String indent, boolean row) {
        if (node.isObject() && !isPlain(node)) {
            object(node, indent);
        } else if (node.isArray() && !isPlain(node)) {
            array(node, indent, row);
        } else {
            text.append(node);
        }
    }

    private void object(JsonNode node, String indent) {
        String separator = "{\n";
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            text.append(separator).append(indent).append(INDENT);
            text.append('"').append(field.getKey()).append("\": ");
            add(field.getValue(), indent + INDENT, ROWS.contains(field.getKey()));
            separator = ",\n";
        }
        text.append('\n').append(indent).append('}');
    }

    private void array(JsonNode node, String indent, boolean rows) {
        String separator = "[\n";
        for (Iterator<JsonNode> elements = node.elements(); elements.hasNext(); separator = ",\n") {
            JsonNode element = elements.next();
            text.append(separator).append(indent).append(INDENT);
            if (rows) {
                text.append(element);
            } else {
                add(element, indent + INDENT, false);
            }
        }
        text.append('\n').append(indent).append(']');
    }

    private static boolean isPlain(JsonNode node) {
        for (JsonNode element : node) {
            if (element.isContainerNode()) {
                return false;
            }
        }
        return true;
    }
}
