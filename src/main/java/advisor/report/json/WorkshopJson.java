package advisor.report.json;

import advisor.report.words.TestText;
import advisor.workshop.Coverage;
import advisor.workshop.RuleCoverage;
import advisor.workshop.TestResult;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Tests and coverage of rules as JSON. */
public final class WorkshopJson {
    private WorkshopJson() {}

    /** Schema {@code rule-test/1}. */
    public static String of(List<TestResult> results) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("schema", "rule-test/1");
        node.put("scenarios", results.size());
        node.put("failed", results.stream().filter(result -> !result.passed()).count());
        ArrayNode nodes = node.putArray("results");
        results.forEach(result -> nodes.add(result(result)));
        return JsonReport.print(node);
    }

    /** Schema {@code rule-coverage/1}. */
    public static String of(Coverage coverage) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("schema", "rule-coverage/1");
        node.put("percent", FactsAsJson.rounded(coverage.percent()));
        ArrayNode rules = node.putArray("rules");
        coverage.rules().forEach(rule -> rules.add(rule(rule)));
        return JsonReport.print(node);
    }

    private static ObjectNode result(TestResult result) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("name", result.scenario().name())
                .put("place", result.scenario().place())
                .put("passed", result.passed());
        ArrayNode failures = node.putArray("failures");
        result.failures().forEach(failure -> {
            ObjectNode one = failures.addObject().put("message", failure.message());
            ArrayNode conditions = one.putArray("conditions");
            failure.conditions().stream().map(TestText::condition).forEach(conditions::add);
        });
        if (result.changed() != null) {
            ArrayNode changed = node.putArray("changedByLayer");
            result.changed().forEach(change -> changed.addObject()
                    .put("rule", change.rule())
                    .put("place", change.place())
                    .put("before", change.before())
                    .put("after", change.after()));
        }
        return node;
    }

    static ObjectNode rule(RuleCoverage rule) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("rule", rule.rule().id())
                .put("at", rule.rule().place())
                .put("fired", rule.fired())
                .put("notFired", rule.silent());
        ArrayNode conditions = node.putArray("conditions");
        rule.conditions().forEach(condition -> conditions
                .addObject()
                .put("text", condition.condition().text())
                .put("line", condition.condition().line())
                .put("seenTrue", condition.seenTrue())
                .put("seenFalse", condition.seenFalse()));
        return node;
    }
}
