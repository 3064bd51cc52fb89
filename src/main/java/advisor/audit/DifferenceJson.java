package advisor.audit;

import advisor.audit.Difference.FileChange;
import advisor.audit.Difference.OptionChange;
import advisor.audit.Difference.Said;
import advisor.audit.Difference.Side;
import advisor.report.json.JsonReport;
import advisor.text.Ids;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How answers differ as JSON, schema {@code record-diff/1}. */
public final class DifferenceJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DifferenceJson() {}

    /** @param record name of the record that was compared with */
    public static String of(String record, Difference difference) {
        ObjectNode node = NODES.objectNode();
        node.put("schema", "record-diff/1");
        node.put("record", record);
        node.put("sameAnswer", difference.sameAnswer());
        ObjectNode asked = node.putObject("asked");
        difference.asked().forEach((field, sides) -> asked.putObject(field)
                .put("before", id(sides.before()))
                .put("after", id(sides.after())));
        node.putObject("recommended")
                .put("before", id(difference.recommended().before()))
                .put("after", id(difference.recommended().after()));
        ArrayNode options = node.putArray("options");
        difference.options().forEach(change -> options.add(option(change)));
        node.set("ruleFiles", files(difference.ruleFiles()));
        node.set("catalogFiles", files(difference.catalogFiles()));
        return JsonReport.print(node);
    }

    private static @Nullable String id(String text) {
        return text.isEmpty() ? null : text;
    }

    private static ObjectNode option(OptionChange change) {
        ObjectNode node = NODES.objectNode().put("option", change.option());
        node.set("before", side(change.before()));
        node.set("after", side(change.after()));
        ArrayNode rules = node.putArray("rules");
        change.findings().forEach(finding -> {
            ObjectNode rule = rules.addObject().put("rule", finding.rule());
            rule.set("before", said(finding.before()));
            rule.set("after", said(finding.after()));
        });
        return node;
    }

    private static @Nullable ObjectNode side(@Nullable Side side) {
        return side == null
                ? null
                : NODES.objectNode().put("stance", side.stance()).put("score", side.score());
    }

    private static @Nullable ObjectNode said(@Nullable Said said) {
        if (said == null) {
            return null;
        }
        ObjectNode node = NODES.objectNode().put("points", said.points());
        node.putObject("text").put("en", said.text().en()).put("zh", said.text().zh());
        return node;
    }

    private static ArrayNode files(List<FileChange> changes) {
        ArrayNode nodes = NODES.arrayNode();
        changes.forEach(change -> nodes.addObject().put("path", change.path()).put("change", Ids.of(change.fate())));
        return nodes;
    }
}
