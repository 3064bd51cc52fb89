package advisor.audit.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says each thing of a JSON tree once. What stands in it several times goes into a table, and {@code "^7"} refers to its
 * entry number 7, counted from 0; an entry refers to those above it alone. A text that begins with the mark has it twice.
 * An object of many texts is {@code {"^": [...]}}, the union of the objects in that list, so that each pair of a name and
 * a text is one thing. {@link ReferenceReader} gives the same tree back.
 */
final class ReferenceWriter {
    static final String MARK = "^";

    /** Characters from which on a thing is worth a reference; the ids of most rules are shorter, and stay to be read. */
    private static final int WORTH_A_REFERENCE = 32;

    private static final int MEMBERS_OF_A_UNION = 4;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<Object, Part> parts = new HashMap<>();
    private final ArrayNode table;

    private ReferenceWriter(ArrayNode table) {
        this.table = table;
    }

    /**
     * Writes a tree.
     *
     * @param table takes what is said several times, in the order in which it is first referred to
     */
    static JsonNode write(JsonNode tree, ArrayNode table) {
        ReferenceWriter writer = new ReferenceWriter(table);
        return writer.written(writer.part(tree));
    }

    /** One thing, however often it stands in the tree. */
    private static final class Part {
        private final Form form;
        private final int length;
        private int uses;
        private int entry = -1;

        Part(Form form) {
            this.form = form;
            this.length = form.length();
            form.members().forEach(member -> member.uses++);
        }

        boolean shared() {
            return uses > 1 && length >= WORTH_A_REFERENCE;
        }
    }

    private enum Kind {
        VALUE,
        LIST,
        OBJECT,
        UNION
    }

    /** What makes a thing: by equal forms it is known again. */
    private record Form(Kind kind, JsonNode value, List<String> names, List<Part> members) {
        static Form of(JsonNode value) {
            return new Form(Kind.VALUE, value, List.of(), List.of());
        }

        int length() {
            int own = kind == Kind.VALUE ? value.asText().length() : 2;
            return own
                    + names.stream().mapToInt(String::length).sum()
                    + members.stream().mapToInt(member -> member.length).sum();
        }
    }

    private Part part(JsonNode node) {
        return parts.computeIfAbsent(form(node), form -> new Part((Form) form));
    }

    private Form form(JsonNode node) {
        if (node.isArray()) {
            return list(Kind.LIST, node);
        }
        if (!node.isObject()) {
            return Form.of(node);
        }
        return isUnion(node) ? list(Kind.UNION, singles(node)) : object(node);
    }

    private Form list(Kind kind, JsonNode nodes) {
        List<Part> members = new ArrayList<>(nodes.size());
        nodes.forEach(node -> members.add(part(node)));
        return new Form(kind, NODES.nullNode(), List.of(), members);
    }

    private Form object(JsonNode node) {
        List<String> names = new ArrayList<>(node.size());
        List<Part> members = new ArrayList<>(node.size());
        node.properties().forEach(member -> {
            names.add(named(member.getKey()));
            members.add(part(member.getValue()));
        });
        return new Form(Kind.OBJECT, NODES.nullNode(), names, members);
    }

    private static String named(String name) {
        if (name.equals(MARK)) {
            throw new IllegalArgumentException("No member of a record may be named %s.".formatted(MARK));
        }
        return name;
    }

    private static boolean isUnion(JsonNode node) {
        return node.size() >= MEMBERS_OF_A_UNION
                && node.properties().stream()
                        .allMatch(member -> member.getValue().isTextual());
    }

    private static ArrayNode singles(JsonNode node) {
        ArrayNode singles = NODES.arrayNode();
        node.properties().forEach(member -> singles.addObject().set(member.getKey(), member.getValue()));
        return singles;
    }

    private JsonNode written(Part part) {
        if (!part.shared()) {
            return whole(part.form);
        }
        if (part.entry < 0) {
            JsonNode whole = whole(part.form);
            part.entry = table.size();
            table.add(whole);
        }
        return TextNode.valueOf(MARK + part.entry);
    }

    private JsonNode whole(Form form) {
        return switch (form.kind) {
            case VALUE -> value(form.value);
            case LIST -> list(form);
            case UNION -> NODES.objectNode().set(MARK, list(form));
            case OBJECT -> object(form);
        };
    }

    private static JsonNode value(JsonNode value) {
        boolean marked = value.isTextual() && value.textValue().startsWith(MARK);
        return marked ? TextNode.valueOf(MARK + value.textValue()) : value;
    }

    private ArrayNode list(Form form) {
        ArrayNode list = NODES.arrayNode(form.members.size());
        form.members.forEach(member -> list.add(written(member)));
        return list;
    }

    private ObjectNode object(Form form) {
        ObjectNode object = NODES.objectNode();
        for (int i = 0; i < form.names.size(); i++) {
            object.set(form.names.get(i), written(form.members.get(i)));
        }
        return object;
    }
}
