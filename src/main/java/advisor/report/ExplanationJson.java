package advisor.report;

import advisor.advice.Counterfactual;
import advisor.advice.Explanation;
import advisor.engine.trace.ConditionTrace;
import advisor.engine.trace.Operand;
import advisor.engine.trace.RuleTrace;
import advisor.model.Ids;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** An explanation as JSON, schema {@code explanation/1}: the outcome of every rule, condition by condition. */
public final class ExplanationJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ExplanationJson() {}

    public static String of(Explanation explanation) {
        ObjectNode node = NODES.objectNode();
        node.put("schema", "explanation/1");
        node.put("decisionId", explanation.advice().decisionId());
        node.put("option", explanation.option().option().id());
        node.put("candidate", explanation.verdict().candidate().id());
        node.set("verdict", JsonReport.verdict(explanation.option(), explanation.advice()));
        ArrayNode rules = node.putArray("rules");
        explanation.rules().forEach(rule -> rules.add(rule(rule)));
        ArrayNode sets = node.putArray("blockerSets");
        for (Set<String> set : explanation.blockerSets()) {
            ArrayNode blockers = sets.addArray();
            set.forEach(blockers::add);
        }
        ArrayNode counterfactuals = node.putArray("counterfactuals");
        explanation.counterfactuals().forEach(found -> counterfactuals.add(counterfactual(found)));
        return JsonReport.print(node);
    }

    private static ObjectNode rule(RuleTrace trace) {
        ObjectNode node = NODES.objectNode()
                .put("rule", trace.rule().id())
                .put("outcome", Ids.of(trace.outcome()))
                .put("at", trace.rule().place());
        ArrayNode conditions = node.putArray("conditions");
        trace.conditions().forEach(condition -> conditions.add(condition(condition)));
        return node;
    }

    private static ObjectNode condition(ConditionTrace trace) {
        ObjectNode node = NODES.objectNode()
                .put("kind", Ids.of(trace.condition().kind()))
                .put("text", trace.condition().text())
                .put("line", trace.condition().line())
                .put("column", trace.condition().column())
                .put("holds", trace.holds())
                .put("searched", trace.searched())
                .put("found", trace.found());
        ObjectNode operands = node.putObject("operands");
        for (Operand operand : trace.operands()) {
            operands.put(operand.path(), TestText.value(operand));
        }
        return node;
    }

    private static ObjectNode counterfactual(Counterfactual found) {
        ObjectNode node = NODES.objectNode();
        ArrayNode changes = node.putArray("changes");
        found.changes().forEach(change -> changes.addObject()
                .put("field", change.field())
                .put("from", change.from())
                .put("to", change.to()));
        return node.put("stance", found.stance().id())
                .put("score", found.score())
                .put("smallest", found.proven());
    }
}
