package advisor.report.json;

import advisor.advice.Advice;
import advisor.advice.Alternative;
import advisor.advice.Guessing;
import advisor.advice.OptionVerdict;
import advisor.advice.Slower;
import advisor.facts.unit.Money;
import advisor.report.words.AlternativeText;
import advisor.text.Ids;
import advisor.text.Language;
import advisor.text.Text;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Other models that cost less, and what does at half the speed, as parts of JSON. {@code null} if none was looked for. */
final class AlternativesAsJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private AlternativesAsJson() {}

    static @Nullable ArrayNode of(Advice advice) {
        List<Alternative> alternatives = advice.alternatives();
        if (alternatives == null) {
            return null;
        }
        ArrayNode nodes = NODES.arrayNode();
        LocalDate asOf = advice.request().asOf();
        alternatives.forEach(alternative -> nodes.add(alternative(alternative, asOf)));
        return nodes;
    }

    private static ObjectNode alternative(Alternative alternative, LocalDate asOf) {
        ObjectNode node = NODES.objectNode();
        node.put("model", alternative.model().id());
        node.set("title", FactsAsJson.text(alternative.model().title()));
        node.put("kind", Ids.of(alternative.substitute().kind()));
        node.put("from", alternative.substitute().from().toString());
        node.put("source", alternative.substitute().source());
        return plan(node, alternative.best(), alternative.saving(), language -> new AlternativeText(language, asOf)
                .of(alternative));
    }

    /** What would do at half the speed; {@code null} if nothing clearly cheaper would. */
    static @Nullable ObjectNode slower(Advice advice) {
        Slower slower = advice.slower();
        if (slower == null) {
            return null;
        }
        ObjectNode node = NODES.objectNode();
        node.put("tokensPerSecond", slower.tokensPerSecond());
        node.put("wished", slower.wished());
        LocalDate asOf = advice.request().asOf();
        return plan(node, slower.best(), slower.saving(), language -> new AlternativeText(language, asOf).of(slower));
    }

    /** What would do if tokens were guessed ahead; {@code null} if nothing clearly cheaper would. */
    static @Nullable ObjectNode guessing(Advice advice) {
        Guessing guessing = advice.guessing();
        if (guessing == null) {
            return null;
        }
        ObjectNode node = NODES.objectNode();
        node.put("tokens", guessing.tokens());
        LocalDate asOf = advice.request().asOf();
        return plan(
                node, guessing.best(), guessing.saving(), language -> new AlternativeText(language, asOf).of(guessing));
    }

    private static ObjectNode plan(
            ObjectNode node, OptionVerdict best, @Nullable Money saving, Function<Language, String> told) {
        node.put("option", best.option().id());
        node.put("stance", best.stance().id());
        node.set("plan", FactsAsJson.plan(best.best().candidate().plan()));
        node.set("cost", CostAsJson.of(best.best().candidate().cost(), List.of()));
        node.put("saving", saving == null ? null : FactsAsJson.whole(saving.amount()));
        node.set("text", FactsAsJson.text(new Text(told.apply(Language.EN), told.apply(Language.ZH))));
        return node;
    }
}
