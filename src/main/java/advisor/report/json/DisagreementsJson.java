package advisor.report.json;

import advisor.advice.Reason;
import advisor.advice.change.Explanation;
import advisor.rules.text.RuleDefinition;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where sources disagree on an option: each founding claim beside the finding that corrects it, with both their sources. */
final class DisagreementsJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DisagreementsJson() {}

    static ArrayNode of(Explanation explanation) {
        ArrayNode nodes = NODES.arrayNode();
        for (Reason reason : explanation.verdict().reasons()) {
            Reason.Correction corrected = reason.corrects();
            if (corrected != null) {
                ObjectNode node = nodes.addObject();
                node.set("founding", claim(corrected, explanation));
                node.set("evidence", finding(reason));
            }
        }
        return nodes;
    }

    private static ObjectNode finding(Reason reason) {
        ObjectNode node = NODES.objectNode()
                .put("rule", reason.rule().id())
                .put("points", reason.points())
                .put("at", reason.rule().place());
        node.set("text", FactsAsJson.text(reason.text()));
        node.set("sources", FactsAsJson.texts(reason.sources()));
        return node;
    }

    /** What the claim would have said and brought; no text if it does not apply to the option. */
    private static ObjectNode claim(Reason.Correction corrected, Explanation explanation) {
        ObjectNode node = NODES.objectNode().put("rule", corrected.rule());
        explanation.rules().stream()
                .map(trace -> trace.rule())
                .filter(rule -> rule.id().equals(corrected.rule()))
                .findFirst()
                .ifPresent(rule -> describe(node, rule));
        node.set("text", corrected.text() == null ? null : FactsAsJson.text(corrected.text()));
        return node;
    }

    private static void describe(ObjectNode node, RuleDefinition rule) {
        node.put("points", rule.points()).put("at", rule.place()).set("sources", FactsAsJson.texts(rule.sources()));
    }
}
