package advisor.http.route;

import advisor.catalog.FactMeanings;
import advisor.http.call.Answer;
import advisor.report.json.FactsAsJson;
import advisor.report.json.JsonReport;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;

/** {@code GET /api/facts}: what a rule may match, by type and property, with meaning and example. */
public final class FactRoutes {
    public void addTo(RoutesConfig routes) {
        Answer facts = Answer.json(JsonReport.print(facts()));
        routes.get("/api/facts", facts::writeTo);
    }

    private static ObjectNode facts() {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("schema", "facts/1");
        ObjectNode facts = node.putObject("facts");
        FactMeanings.read().forEach((key, meaning) -> {
            ObjectNode fact = facts.putObject(key);
            fact.set("says", FactsAsJson.text(meaning.text()));
            fact.put("example", meaning.example());
        });
        return node;
    }
}
