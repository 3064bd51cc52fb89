package advisor.report.brief;

import advisor.advice.SideBySide;
import advisor.text.Language;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Options beside each other: their plans, the rules on which they differ, the loads at which their order turns. */
public final class BriefComparison {
    private BriefComparison() {}

    /** Schema {@code brief-comparison/1}; {@code null} among points says that a rule is silent. */
    public static ObjectNode of(SideBySide sides, Language language) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("schema", "brief-comparison/1")
                .put("decisionId", sides.advice().decisionId())
                .put("currency", sides.advice().request().currency().code());
        ArrayNode plans = node.putArray("plans");
        sides.options()
                .forEach(option -> plans.add(BriefPlan.of(option)
                        .put("title", option.option().title().in(language))));
        ObjectNode rules = node.putObject("differences");
        sides.differences().forEach((rule, points) -> {
            ArrayNode row = rules.putArray(rule);
            points.forEach(row::add);
        });
        ArrayNode flips = node.putArray("flips");
        sides.flips()
                .forEach(flip ->
                        flips.addObject().put("streams", flip.streams()).set("order", Briefly.texts(flip.order())));
        return node;
    }
}
