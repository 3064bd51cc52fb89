package advisor.audit.record;

import advisor.report.words.TestText;
import advisor.rules.explain.ConditionTrace;
import advisor.rules.explain.Outcome;
import advisor.rules.explain.RuleTrace;
import advisor.text.Ids;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The outcomes of all rules for one candidate as JSON: under each outcome the rules that had it. Those that did not fire,
 * or could not for want of a figure, have the conditions that failed with the values compared.
 */
final class Outcomes {
    private static final String FALSE = "false ";

    private Outcomes() {}

    static ObjectNode of(List<RuleTrace> traces) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (Outcome outcome : Outcome.values()) {
            List<RuleTrace> rules =
                    traces.stream().filter(trace -> trace.outcome() == outcome).toList();
            switch (outcome) {
                case NOT_FIRED, UNKNOWN -> node.set(Ids.of(outcome), withConditions(rules));
                default -> node.set(Ids.of(outcome), ids(rules));
            }
        }
        return node;
    }

    private static ArrayNode ids(List<RuleTrace> rules) {
        ArrayNode ids = JsonNodeFactory.instance.arrayNode();
        rules.forEach(trace -> ids.add(trace.rule().id()));
        return ids;
    }

    /** One line for each rule: a record of all options holds thousands of them. */
    private static ObjectNode withConditions(List<RuleTrace> rules) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (RuleTrace rule : rules) {
            node.put(
                    rule.rule().id(),
                    rule.failing().stream().map(Outcomes::failed).collect(Collectors.joining("; ")));
        }
        return node;
    }

    private static String failed(ConditionTrace condition) {
        String text = TestText.condition(condition);
        return text.startsWith(FALSE) ? text.substring(FALSE.length()) : text;
    }
}
