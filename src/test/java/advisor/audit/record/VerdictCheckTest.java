package advisor.audit.record;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.audit.Small;
import advisor.text.Text;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A record whose answer was forged and that was sealed anew: its hashes fit, and its parts contradict each other. */
class VerdictCheckTest {
    private static final Map<String, Consumer<ObjectNode>> FORGED = Map.ofEntries(
            Map.entry("stance", record -> verdict(record).put("stance", "recommended")),
            Map.entry("score", record -> verdict(record).put("score", 99)),
            Map.entry("start", record -> verdict(record).put("startScore", 1)),
            Map.entry("rank", record -> verdict(record).put("rank", 2)),
            Map.entry("option", record -> verdict(record).put("option", "another")),
            Map.entry("recommended", record -> advice(record).put("recommended", "a100-x8-awq")),
            Map.entry("removed finding", record -> findings(record).remove(0)),
            Map.entry("points", record -> finding(record).put("points", 77)),
            Map.entry("words", record -> finding(record).withObject("text").put("en", "all is well")),
            Map.entry("sources", record -> finding(record).withArray("sources").removeAll()),
            Map.entry("variant", record -> variant(record).put("score", 100)),
            Map.entry(
                    "findings of a variant",
                    record -> variant(record).withArray("findings").removeAll()),
            Map.entry("removed variant", record -> variants(record).remove(0)),
            Map.entry("removed verdict", record -> verdicts(record).remove(0)),
            Map.entry("removed candidate", record -> record.withArray("candidates")
                    .remove(0)),
            Map.entry("day", record -> record.put("asOf", "2020-01-01")),
            Map.entry("decision", record -> record.put("decisionId", "d-0123456789abcdef")),
            Map.entry("rejected without a blocker", VerdictCheckTest::rejectWithoutBlocker));

    @TestFactory
    List<DynamicTest> whatWasForgedIsFound() {
        return FORGED.entrySet().stream()
                .map(forged -> DynamicTest.dynamicTest(forged.getKey(), () -> {
                    ObjectNode record = Small.document();
                    forged.getValue().accept(record);
                    assertThat(faults(record)).isNotEmpty();
                }))
                .toList();
    }

    @Test
    void whatTheDocumentsDoNotJudgeIsUndecidedWhateverBarsIt() {
        ObjectNode record = Small.document();
        ObjectNode candidate = (ObjectNode) record.path("candidates").path(0);
        for (ObjectNode node : List.of(verdict(record), candidate)) {
            node.put("stance", "undecided");
            node.withArray("findings").addObject().put("rule", "budget/over").put("kind", "blocker");
            node.withArray("findings")
                    .addObject()
                    .put("rule", "documents/not-judged")
                    .put("kind", "unknown");
        }
        advice(record).putNull("recommended");
        assertThat(faults(record)).isEmpty();
    }

    private static void rejectWithoutBlocker(ObjectNode record) {
        ObjectNode candidate = (ObjectNode) record.path("candidates").path(0);
        for (ObjectNode node : List.of(verdict(record), candidate)) {
            node.put("stance", node.path("stance").asText().equals("rejected") ? "discouraged" : "rejected");
        }
    }

    private static List<String> faults(ObjectNode record) {
        return StoredRecord.of("record.json", Seal.sealed(record)).faults().stream()
                .map(Text::en)
                .toList();
    }

    private static ObjectNode advice(ObjectNode record) {
        return record.withObject("advice");
    }

    private static ArrayNode verdicts(ObjectNode record) {
        return advice(record).withArray("verdicts");
    }

    private static ObjectNode verdict(ObjectNode record) {
        return (ObjectNode) verdicts(record).path(0);
    }

    private static ArrayNode findings(ObjectNode record) {
        return verdict(record).withArray("findings");
    }

    private static ObjectNode finding(ObjectNode record) {
        return (ObjectNode) findings(record).path(0);
    }

    private static ArrayNode variants(ObjectNode record) {
        for (var verdict : verdicts(record)) {
            if (!verdict.path("variants").isEmpty()) {
                return (ArrayNode) verdict.path("variants");
            }
        }
        throw new IllegalStateException("No option of the record has a variant.");
    }

    private static ObjectNode variant(ObjectNode record) {
        return (ObjectNode) variants(record).path(0);
    }
}
