package advisor.audit.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives back the tree that {@link ReferenceWriter} wrote. What was said once is one node in as many places: the tree must
 * not be changed.
 */
final class ReferenceReader {
    /** Nodes of a tree with all that is referred to; a large record has one and a half million. */
    private static final long MOST_NODES = 1 << 24;

    private static final String MARK = ReferenceWriter.MARK;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final List<JsonNode> entries = new ArrayList<>();
    private final Map<JsonNode, Long> sizes = new IdentityHashMap<>();

    /**
     * @param table what trees refer to
     * @throws IOException if an entry refers to one that is not above it, or to more than any record holds
     */
    ReferenceReader(JsonNode table) throws IOException {
        for (JsonNode entry : table) {
            entries.add(read(entry));
        }
    }

    /**
     * A tree without references.
     *
     * @throws IOException if one of them leads nowhere, or it would be larger than any record
     */
    JsonNode read(JsonNode written) throws IOException {
        JsonNode whole = written.isTextual() ? text(written) : container(written);
        if (sizes.getOrDefault(whole, 1L) > MOST_NODES) {
            throw new IOException("The record is larger than any.");
        }
        return whole;
    }

    private JsonNode container(JsonNode written) throws IOException {
        if (written.isArray()) {
            return list(written);
        }
        if (!written.isObject()) {
            return written;
        }
        return written.has(MARK) ? union(written) : object(written);
    }

    private JsonNode text(JsonNode written) throws IOException {
        String text = written.textValue();
        if (!text.startsWith(MARK)) {
            return written;
        }
        String rest = text.substring(MARK.length());
        return rest.startsWith(MARK) ? TextNode.valueOf(rest) : entry(rest);
    }

    private JsonNode entry(String number) throws IOException {
        try {
            return entries.get(Integer.parseInt(number));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new IOException("The record has no entry %s above.".formatted(number), e);
        }
    }

    private ArrayNode list(JsonNode written) throws IOException {
        ArrayNode list = NODES.arrayNode(written.size());
        for (JsonNode member : written) {
            list.add(read(member));
        }
        return sized(list);
    }

    private ObjectNode object(JsonNode written) throws IOException {
        ObjectNode object = NODES.objectNode();
        for (Map.Entry<String, JsonNode> member : written.properties()) {
            object.set(member.getKey(), read(member.getValue()));
        }
        return sized(object);
    }

    private ObjectNode union(JsonNode written) throws IOException {
        ObjectNode union = NODES.objectNode();
        for (JsonNode single : list(written.path(MARK))) {
            single.properties().forEach(member -> union.set(member.getKey(), member.getValue()));
        }
        if (written.size() != 1 || union.size() != written.path(MARK).size()) {
            throw new IOException("The record has a union that is none of single members.");
        }
        return sized(union);
    }

    private <T extends JsonNode> T sized(T container) {
        long size = 1;
        for (JsonNode member : container) {
            size += sizes.getOrDefault(member, 1L);
        }
        sizes.put(container, size);
        return container;
    }
}
