package advisor.audit.record;

import advisor.report.json.JsonReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/** How a document is laid out in the bytes of a record. What it says, its decision's id too, is the same in each. */
enum RecordForm {
    /** All in its place, however often it is said. */
    IN_FULL("record/1") {
        @Override
        String text(ObjectNode document) {
            return JsonReport.print(document);
        }

        @Override
        ObjectNode read(ObjectNode written) {
            return written;
        }
    },

    /** Each thing once, in a line under {@code said}, and referred to. */
    SAID_ONCE("record/2") {
        @Override
        String text(ObjectNode document) {
            ArrayNode said = JsonNodeFactory.instance.arrayNode();
            ObjectNode body = (ObjectNode) ReferenceWriter.write(body(document), said);
            ObjectNode written = head(document);
            written.set(SAID, said);
            return JsonReport.print(written.setAll(body), LINES_OF_LEVEL);
        }

        @Override
        ObjectNode read(ObjectNode written) throws IOException {
            ReferenceReader reader = new ReferenceReader(written.path(SAID));
            ObjectNode body = body(written);
            body.remove(SAID);
            return head(written).setAll((ObjectNode) reader.read(body));
        }
    };

    static final RecordForm OF_TODAY = SAID_ONCE;
    static final String KEY = "schema";

    private static final String SAID = "said";
    private static final int LINES_OF_LEVEL = 2;
    private static final List<String> HEAD = List.of(KEY, Seal.KEY, "sequence", "previousRecordSha256");

    private final String schema;

    RecordForm(String schema) {
        this.schema = schema;
    }

    String schema() {
        return schema;
    }

    /** The form that a document names; that of old of one that names none. */
    static RecordForm of(JsonNode document) {
        return document.path(KEY).asText().equals(SAID_ONCE.schema) ? SAID_ONCE : IN_FULL;
    }

    /** A document as it is laid out. */
    abstract String text(ObjectNode document);

    /**
     * What was laid out, its references followed.
     *
     * @throws IOException if it refers to what it does not say
     */
    abstract ObjectNode read(ObjectNode written) throws IOException;

    private static ObjectNode head(ObjectNode document) {
        return copy(document).retain(HEAD);
    }

    private static ObjectNode body(ObjectNode document) {
        return copy(document).without(HEAD);
    }

    /** A document whose own members can be changed, and nothing in them. */
    static ObjectNode copy(ObjectNode document) {
        return JsonNodeFactory.instance.objectNode().setAll(document);
    }
}
