package advisor.audit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advisor.audit.Small;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String LONG = "a text that is long enough to be referred to";

    @Property(tries = 300)
    void whateverWasWrittenIsReadAgain(@ForAll("trees") JsonNode tree) throws IOException {
        ArrayNode table = JsonNodeFactory.instance.arrayNode();
        JsonNode written = ReferenceWriter.write(tree, table);
        assertThat(new ReferenceReader(table).read(written)).isEqualTo(tree);
        assertThat(new ReferenceReader(table).read(written).toString()).isEqualTo(tree.toString());
    }

    /** Few texts, so that many things stand in a tree twice. */
    @Provide
    Arbitrary<JsonNode> trees() {
        Arbitrary<JsonNode> texts =
                Arbitraries.of("", "^", "^0", "^^1", "short", LONG, "^" + LONG).map(TextNode::valueOf);
        Arbitrary<JsonNode> leaves =
                Arbitraries.oneOf(texts, texts, Arbitraries.of(IntNode.valueOf(7), NullNode.getInstance()));
        return Arbitraries.recursive(() -> leaves, ReferencesTest::grown, 0, 4);
    }

    private static Arbitrary<JsonNode> grown(Arbitrary<JsonNode> members) {
        Arbitrary<JsonNode> lists = members.list()
                .ofMaxSize(4)
                .map(nodes -> JsonNodeFactory.instance.arrayNode().addAll(nodes));
        Arbitrary<String> names = Arbitraries.of("a", "b", "c", "d", "e", "^^", "f/" + LONG);
        Arbitrary<JsonNode> objects = Arbitraries.maps(names, members)
                .ofMaxSize(6)
                .map(map -> JsonNodeFactory.instance.objectNode().setAll(map));
        return Arbitraries.oneOf(lists, objects);
    }

    @Test
    void eachLongThingOfARecordIsSaidOnce() throws IOException {
        JsonNode written = MAPPER.readTree(Seal.sealed(Small.document()));
        Set<JsonNode> seen = new HashSet<>();
        assertThat(written.path("schema").asText()).isEqualTo("record/2");
        once(written, seen);
        assertThat(seen).hasSizeGreaterThan(500);
        assertThat(written.at("/ruleBase/files/0/text").asText())
                .isEqualTo(Small.document().at("/ruleBase/files/0/text").asText());
    }

    private static void once(JsonNode node, Set<JsonNode> seen) {
        boolean isLong = node.toString().length() > 80;
        assertThat(!isLong || seen.add(node)).as(node.toString()).isTrue();
        node.forEach(member -> once(member, seen));
    }

    @Test
    void pairsOfANameAndATextAreSaidOnceWhereverTheyStand() throws IOException {
        String one = "{\"a\": \"%1$s\", \"b\": \"%1$s 1\", \"c\": \"x\", \"d\": \"y\"}".formatted(LONG);
        String other = "{\"a\": \"%1$s\", \"b\": \"%1$s 2\", \"c\": \"x\", \"d\": \"z\"}".formatted(LONG);
        ArrayNode table = JsonNodeFactory.instance.arrayNode();
        JsonNode written = ReferenceWriter.write(tree("[" + one + "," + other + "]"), table);
        assertThat(table.get(table.size() - 1)).isEqualTo(tree("{\"a\": \"%s\"}".formatted(LONG)));
        assertThat(written.at("/0/^/0")).isEqualTo(written.at("/1/^/0")).isEqualTo(tree("\"^0\""));
    }

    @Test
    void theMarkIsNoName() {
        ObjectNode marked = JsonNodeFactory.instance.objectNode().put("^", 1);
        assertThatThrownBy(() -> ReferenceWriter.write(marked, JsonNodeFactory.instance.arrayNode()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"^0\"]",
                "[\"a\", \"^2\", \"b\"]",
                "[\"^-1\"]",
                "[\"^\"]",
                "[\"^one\"]",
                "[{\"^\": [{\"a\": 1}, {\"a\": 2}]}]",
                "[{\"^\": [{\"a\": 1, \"b\": 2}]}]",
                "[{\"^\": [1]}]",
                "[{\"^\": [{\"a\": 1}], \"b\": 2}]"
            })
    void whatLeadsNowhereIsRefused(String table) {
        assertThatThrownBy(() -> new ReferenceReader(tree(table))).isInstanceOf(IOException.class);
    }

    @Test
    void whatGrowsWithoutAnEndIsRefused() {
        ArrayNode table = JsonNodeFactory.instance.arrayNode().add(JsonNodeFactory.instance.arrayNode());
        for (int i = 0; i < 60; i++) {
            table.addArray().add("^" + i).add("^" + i);
        }
        assertThatThrownBy(() -> new ReferenceReader(table))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("larger than any");
    }

    @Test
    void aRecordWithAReferenceThatLeadsNowhereIsNoRecord() {
        ObjectNode document = Small.document();
        String sealed = new String(Seal.sealed(document), StandardCharsets.UTF_8);
        String broken = sealed.replaceFirst("\"\\^12\"", "\"^99999999\"");
        assertThat(StoredRecord.of("r.json", broken.getBytes(StandardCharsets.UTF_8))
                        .faults())
                .extracting(fault -> fault.en())
                .contains("r.json: the record is not valid JSON, or refers to what it does not say.");
    }

    private static JsonNode tree(String json) throws JsonProcessingException {
        return MAPPER.readTree(json);
    }
}
