package advisor.report.json;

import advisor.rules.RuleBook;
import advisor.rules.text.RuleDefinition;
import advisor.text.Ids;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Rules as JSON. */
public final class RulesJson {
    private RulesJson() {}

    /** Schema {@code rule-list/1}: the files with the question that each answers, and the rules. */
    public static String of(RuleBook book) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("schema", "rule-list/1");
        ArrayNode files = node.putArray("files");
        book.texts().questions().forEach((name, question) -> files.addObject()
                .put("name", name)
                .set("question", FactsAsJson.text(question)));
        ArrayNode nodes = node.putArray("rules");
        book.rules().forEach(rule -> nodes.add(node(rule)));
        return JsonReport.print(node);
    }

    /** One rule with its text. */
    public static String of(RuleDefinition rule, String text) {
        return JsonReport.print(node(rule).put("rule", text));
    }

    static ObjectNode node(RuleDefinition rule) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", rule.id());
        node.put("kind", Ids.of(rule.kind()));
        node.put("points", rule.points());
        node.put("atMost", rule.atMost() == null ? null : Ids.of(rule.atMost()));
        node.put("lens", rule.lens() == null ? null : Ids.of(rule.lens()));
        node.put("corrects", rule.corrects());
        node.put("since", rule.since() == null ? null : rule.since().toString());
        node.put("at", rule.place());
        node.set("text", FactsAsJson.text(rule.text()));
        node.set("sources", FactsAsJson.texts(rule.sources()));
        return node;
    }
}
