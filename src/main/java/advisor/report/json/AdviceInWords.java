package advisor.report.json;

import advisor.advice.Advice;
import advisor.advice.Sensitivity;
import advisor.report.words.Headline;
import advisor.report.words.QuestionLine;
import advisor.report.words.SensitivityText;
import advisor.report.words.Uncertainties;
import advisor.text.Language;
import advisor.text.Text;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The sentences of an advice in both languages, as the report for a terminal says them, for whoever shows its JSON. */
public final class AdviceInWords {
    private AdviceInWords() {}

    /** Whether the ranking survives what is uncertain, in a sentence. */
    public static Text of(Sensitivity sensitivity) {
        return new Text(
                new SensitivityText(Language.EN).of(sensitivity), new SensitivityText(Language.ZH).of(sensitivity));
    }

    /** {@code headline}, {@code question}, each a text, and {@code uncertain}, a list of texts. */
    public static ObjectNode of(Advice advice) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("headline", FactsAsJson.text(headline(advice)));
        node.set("question", FactsAsJson.text(question(advice)));
        node.set("uncertain", uncertain(advice));
        return node;
    }

    private static Text headline(Advice advice) {
        return new Text(new Headline(Language.EN).of(advice), new Headline(Language.ZH).of(advice));
    }

    private static Text question(Advice advice) {
        return new Text(QuestionLine.of(advice, Language.EN), QuestionLine.of(advice, Language.ZH));
    }

    private static ArrayNode uncertain(Advice advice) {
        List<String> english = new Uncertainties(Language.EN).of(advice);
        List<String> chinese = new Uncertainties(Language.ZH).of(advice);
        ArrayNode lines = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < english.size(); i++) {
            lines.add(FactsAsJson.text(new Text(english.get(i), chinese.get(i))));
        }
        return lines;
    }
}
