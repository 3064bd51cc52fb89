package advisor.report.json;

import advisor.rules.text.RuleDefinition;
import advisor.workshop.RuleCoverage;
import advisor.workshop.Scenario;
import advisor.workshop.Scenario.Silence;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One rule with its text, the scenarios that name it, and how well they try it, as JSON: schema {@code rule/1}. */
public final class RuleSheetJson {
    private RuleSheetJson() {}

    /**
     * @param text the rule as it is written
     * @param scenarios all there are
     * @param coverage {@code null} if it is not known yet
     */
    public static String of(
            RuleDefinition rule, String text, List<Scenario> scenarios, @Nullable RuleCoverage coverage) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("schema", "rule/1");
        node.setAll(RulesJson.node(rule));
        node.put("file", rule.file()).put("line", rule.line()).put("endLine", rule.endLine());
        node.put("rule", text);
        ArrayNode naming = node.putArray("scenarios");
        scenarios.forEach(scenario -> add(scenario, rule.id(), naming));
        node.set("coverage", coverage == null ? null : WorkshopJson.rule(coverage));
        return JsonReport.print(node);
    }

    private static void add(Scenario scenario, String rule, ArrayNode naming) {
        boolean fires = Stream.concat(
                        scenario.notes().stream(),
                        scenario.expect().values().stream().flatMap(expected -> expected.fired().stream()))
                .anyMatch(rule::equals);
        boolean silent = Stream.concat(
                        scenario.notNotes().stream(),
                        scenario.expect().values().stream().flatMap(expected -> expected.notFired().stream()))
                .map(Silence::rule)
                .anyMatch(rule::equals);
        if (fires || silent) {
            naming.addObject()
                    .put("name", scenario.name())
                    .put("at", scenario.place())
                    .put("fires", fires)
                    .put("silent", silent);
        }
    }
}
