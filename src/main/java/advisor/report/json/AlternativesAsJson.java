package advisor.report.json;

import advisor.advice.Advice;
import advisor.advice.Alternative;
import advisor.facts.unit.Money;
import advisor.report.words.AlternativeText;
import advisor.text.Ids;
import advisor.text.Language;
import advisor.text.Text;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Other models that cost less, as a part of JSON. {@code null} if none was looked for. */
final class AlternativesAsJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private AlternativesAsJson() {}

    static @Nullable ArrayNode of(Advice advice) {
        List<Alternative> alternatives = advice.alternatives();
        if (alternatives == null) {
            return null;
        }
        ArrayNode nodes = NODES.arrayNode();
        alternatives.forEach(alternative -> nodes.add(alternative(alternative)));
        return nodes;
    }

    private static ObjectNode alternative(Alternative alternative) {
        Money saving = alternative.saving();
        ObjectNode node = NODES.objectNode();
        node.put("model", alternative.model().id());
        node.set("title", FactsAsJson.text(alternative.model().title()));
        node.put("kind", Ids.of(alternative.substitute().kind()));
        node.put("from", alternative.substitute().from().toString());
        node.put("source", alternative.substitute().source());
        node.put("option", alternative.best().option().id());
        node.put("stance", alternative.best().stance().id());
        node.set("plan", FactsAsJson.plan(alternative.best().best().candidate().plan()));
        node.set("cost", CostAsJson.of(alternative.best().best().candidate().cost(), List.of()));
        node.put("saving", saving == null ? null : FactsAsJson.whole(saving.amount()));
        node.set("text", FactsAsJson.text(text(alternative)));
        return node;
    }

    private static Text text(Alternative alternative) {
        return new Text(
                new AlternativeText(Language.EN).of(alternative), new AlternativeText(Language.ZH).of(alternative));
    }
}
