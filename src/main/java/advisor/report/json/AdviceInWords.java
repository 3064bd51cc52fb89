package advisor.report.json;

import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.facts.Candidate;
import advisor.facts.SpeedBasis;
import advisor.facts.machine.Engine;
import advisor.facts.offer.OptionKind;
import advisor.report.words.Answer;
import advisor.report.words.Answer.Part;
import advisor.report.words.QuestionLine;
import advisor.report.words.SensitivityText;
import advisor.report.words.Uncertainties;
import advisor.text.Ids;
import advisor.text.Language;
import advisor.text.Text;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sentences of an advice in both languages, as the report for a terminal says them, for whoever shows its JSON. */
public final class AdviceInWords {
    private AdviceInWords() {}

    /** Whether the ranking survives what is uncertain, in a sentence; {@code null} where that is not said. */
    static @Nullable ObjectNode sensitivity(Advice advice) {
        return new SensitivityText(Language.EN)
                .of(advice)
                .map(english -> new Text(
                        english, new SensitivityText(Language.ZH).of(advice).orElseThrow()))
                .map(FactsAsJson::text)
                .orElse(null);
    }

    /** {@code question}, a text, and {@code uncertain}, a list of texts. */
    public static ObjectNode of(Advice advice) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("question", question(advice));
        node.set(
                "uncertain",
                texts(new Uncertainties(Language.EN).of(advice), new Uncertainties(Language.ZH).of(advice)));
        return node;
    }

    /**
     * By id of an option, the ways in which no published run is like its plan; hosted ones and sound ones are left out.
     *
     * @param options of the advice
     */
    public static ObjectNode unmeasured(Advice advice, Collection<OptionVerdict> options, Collection<Engine> engines) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        options.stream()
                .filter(verdict -> verdict.option().kind() != OptionKind.API)
                .forEach(verdict -> {
                    Candidate plan = verdict.best().candidate();
                    Set<SpeedBasis.Aspect> ways = SpeedBasis.of(engines, advice.model(), plan, advice.request())
                            .unmeasured();
                    if (!ways.isEmpty()) {
                        ArrayNode ids = node.putArray(verdict.option().id());
                        ways.forEach(way -> ids.add(Ids.of(way)));
                    }
                });
        return node;
    }

    /** The answer: {@code do}, {@code costs}, {@code gives} and so on, each a list of texts. */
    public static ObjectNode answer(Advice advice) {
        Map<Part, List<String>> chinese = new Answer(advice, Language.ZH).parts();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        new Answer(advice, Language.EN)
                .parts()
                .forEach((part, english) ->
                        node.set(key(part), texts(english, Objects.requireNonNull(chinese.get(part)))));
        return node;
    }

    /** What a part is called. */
    public static String key(Part part) {
        return switch (part) {
            case DO -> "do";
            case COSTS -> "costs";
            case GIVES -> "gives";
            case AGAINST -> "against";
            case YOURS -> "yours";
            case NEXT_BEST -> "nextBest";
            case OTHER_MODEL -> "otherModel";
            case TURNS_IF -> "turnsIf";
            case NOT_KNOWN -> "notKnown";
        };
    }

    /** What was asked, in a line. */
    public static ObjectNode question(Advice advice) {
        return FactsAsJson.text(new Text(QuestionLine.of(advice, Language.EN), QuestionLine.of(advice, Language.ZH)));
    }

    private static ArrayNode texts(List<String> english, List<String> chinese) {
        ArrayNode texts = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < english.size(); i++) {
            texts.add(FactsAsJson.text(new Text(english.get(i), chinese.get(i))));
        }
        return texts;
    }
}
