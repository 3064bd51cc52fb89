package advisor.report.json;

import advisor.advice.Advice;
import advisor.advice.Slower;
import advisor.facts.unit.Money;
import advisor.report.words.AlternativeText;
import advisor.text.Language;
import advisor.text.Text;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What would do at half the speed, as a part of JSON. {@code null} if nothing clearly cheaper would. */
final class SlowerAsJson {
    private SlowerAsJson() {}

    static @Nullable ObjectNode of(Advice advice) {
        Slower slower = advice.slower();
        if (slower == null) {
            return null;
        }
        Money saving = slower.saving();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("tokensPerSecond", slower.tokensPerSecond());
        node.put("wished", slower.wished());
        node.put("option", slower.best().option().id());
        node.put("stance", slower.best().stance().id());
        node.set("plan", FactsAsJson.plan(slower.best().best().candidate().plan()));
        node.set("cost", CostAsJson.of(slower.best().best().candidate().cost(), List.of()));
        node.put("saving", saving == null ? null : FactsAsJson.whole(saving.amount()));
        node.set("text", FactsAsJson.text(text(slower)));
        return node;
    }

    private static Text text(Slower slower) {
        return new Text(new AlternativeText(Language.EN).of(slower), new AlternativeText(Language.ZH).of(slower));
    }
}
