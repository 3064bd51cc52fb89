package advisor.report.json;

import advisor.advice.Advice;
import advisor.advice.Hole;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Money;
import advisor.report.words.HoleText;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What is not known and would put a plan first, as a part of JSON. {@code null} if nobody looked. */
final class HolesAsJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private HolesAsJson() {}

    static @Nullable ArrayNode of(Advice advice) {
        if (advice.holes() == null) {
            return null;
        }
        ArrayNode nodes = NODES.arrayNode();
        advice.knownHoles().forEach(hole -> nodes.add(hole(hole, advice)));
        return nodes;
    }

    private static ObjectNode hole(Hole hole, Advice advice) {
        DeploymentOption option = hole.option();
        ObjectNode node = NODES.objectNode()
                .put("option", option == null ? null : option.id())
                .put("fact", hole.fact().id());
        node.set("flipsAt", amount(hole.flipsAt()));
        node.put("plausible", hole.plausible());
        node.set("text", FactsAsJson.text(HoleText.text(hole, advice.request())));
        return node;
    }

    private static @Nullable ObjectNode amount(@Nullable Money amount) {
        return amount == null
                ? null
                : NODES.objectNode()
                        .put("amount", amount.amount())
                        .put("currency", amount.currency().code());
    }
}
