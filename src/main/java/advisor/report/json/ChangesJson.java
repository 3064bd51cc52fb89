package advisor.report.json;

import advisor.advice.BlockerSets;
import advisor.advice.OptionVerdict;
import advisor.advice.Stance;
import advisor.advice.change.Changes;
import advisor.advice.change.Counterfactual;
import advisor.advice.change.Counterfactual.Change;
import advisor.advice.change.Quantity;
import advisor.advice.change.Toppled;
import advisor.report.words.ChangeWording;
import advisor.text.Ids;
import advisor.text.Text;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** What would change verdicts, as JSON. */
public final class ChangesJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ChangesJson() {}

    /** All that was found for one option, schema {@code option-changes/1}. */
    public static String of(Changes changes) {
        ObjectNode node = NODES.objectNode()
                .put("schema", "option-changes/1")
                .put("option", changes.option().option().id())
                .put("stance", changes.option().stance().id());
        node.set("blockerSets", blockerSets(changes.option()));
        node.setAll(found(changes));
        return JsonReport.print(node);
    }

    /** The nearest change for each of some options, schema {@code changes/1}. */
    public static String nearest(Map<String, Counterfactual> nearest) {
        ObjectNode node = NODES.objectNode().put("schema", "changes/1");
        ArrayNode options = node.putArray("options");
        nearest.forEach(
                (option, found) -> options.addObject().put("option", option).setAll(counterfactual(found)));
        return JsonReport.print(node);
    }

    static ArrayNode blockerSets(OptionVerdict option) {
        ArrayNode sets = NODES.arrayNode();
        BlockerSets.of(option).forEach(set -> sets.add(FactsAsJson.texts(set)));
        return sets;
    }

    /** All that was found for one option, and who could lift each of its blockers. */
    static ObjectNode found(Changes changes) {
        ObjectNode node = NODES.objectNode();
        ObjectNode lifters = node.putObject("blockers");
        changes.lifters().forEach((rule, lifter) -> lifters.put(rule, Ids.of(lifter)));
        ArrayNode counterfactuals = node.putArray("counterfactuals");
        changes.counterfactuals().forEach(found -> counterfactuals.add(counterfactual(found)));
        ArrayNode toppled = node.putArray("toppledBy");
        changes.toppled().forEach(one -> toppled.add(toppled(one)));
        return node.put("counterfactualsCutOff", changes.cutOff());
    }

    private static ObjectNode toppled(Toppled toppled) {
        Stance stance = toppled.stance();
        return NODES.objectNode()
                .put("field", toppled.field())
                .put("to", toppled.to())
                .put("stance", stance == null ? null : stance.id())
                .put("first", toppled.first());
    }

    public static ObjectNode counterfactual(Counterfactual found) {
        ObjectNode node = NODES.objectNode();
        ArrayNode changes = node.putArray("changes");
        found.changes().forEach(change -> changes.add(change(change)));
        return node.put("stance", found.stance().id())
                .put("score", found.score())
                .put("smallest", found.proven());
    }

    private static ObjectNode change(Change change) {
        Text text = ChangeWording.text(change);
        ObjectNode node = NODES.objectNode()
                .put("of", Ids.of(change.of()))
                .put("field", change.field())
                .put("from", change.from())
                .put("to", change.to())
                .put("delta", Quantity.delta(change));
        node.putObject("text").put("en", text.en()).put("zh", text.zh());
        return node;
    }
}
