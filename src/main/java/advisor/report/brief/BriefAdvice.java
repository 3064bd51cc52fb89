package advisor.report.brief;

import advisor.advice.Advice;
import advisor.report.json.AdviceInWords;
import advisor.report.words.Answer;
import advisor.report.words.Answer.Part;
import advisor.report.words.PlanTitle;
import advisor.report.words.QuestionLine;
import advisor.rules.session.RuleError;
import advisor.text.Language;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** An advice in less than {@value #MOST_BYTES} bytes: the answer, the plans, and which rule keeps out the rest. */
public final class BriefAdvice {
    /** What a program that pays for each word reads without harm. */
    public static final int MOST_BYTES = 4_000;

    private static final int FEWEST_PLANS = 5;

    /** Parts that lose their last sentences, the first one first. */
    private static final List<Part> SHORTENED =
            List.of(Part.NOT_KNOWN, Part.OTHER_MODEL, Part.TURNS_IF, Part.NEXT_BEST, Part.GIVES);

    private BriefAdvice() {}

    /** Schema {@code brief-advice/1}. What is left out is counted, and {@code do} is never shortened. */
    public static ObjectNode of(Advice advice, Language language) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("schema", "brief-advice/1")
                .put("decisionId", advice.decisionId())
                .put("asOf", advice.request().asOf().toString())
                .put("question", QuestionLine.of(advice, language));
        node.set(
                "failedRules",
                Briefly.texts(advice.errors().stream()
                        .map(BriefAdvice::failed)
                        .distinct()
                        .toList()));
        ObjectNode answer = node.putObject("answer");
        new Answer(advice, language).parts().forEach((part, sentences) -> add(answer, part, sentences));
        node.put("currency", advice.request().currency().code())
                .put("months", advice.request().horizonMonths());
        ArrayNode plans = node.putArray("plans");
        PlanTitle titles = new PlanTitle(language);
        advice.viable()
                .forEach(option -> plans.add(BriefPlan.of(option)
                        .put("title", titles.of(option.best().candidate()))));
        node.put("morePlans", 0);
        node.set("undecided", Briefly.byRule(advice.undecided()));
        node.set("rejected", Briefly.byRule(advice.rejected()));
        return shortened(node, answer, plans);
    }

    private static String failed(RuleError error) {
        return error.rule().id();
    }

    private static void add(ObjectNode answer, Part part, List<String> sentences) {
        if (!sentences.isEmpty()) {
            answer.set(AdviceInWords.key(part), Briefly.texts(sentences));
        }
    }

    private static ObjectNode shortened(ObjectNode node, ObjectNode answer, ArrayNode plans) {
        int left = Briefly.shorten(node, plans, FEWEST_PLANS, MOST_BYTES);
        node.put("morePlans", left);
        for (Part part : SHORTENED) {
            if (answer.get(AdviceInWords.key(part)) instanceof ArrayNode sentences) {
                Briefly.shorten(node, sentences, 1, MOST_BYTES);
            }
        }
        for (String group : List.of("rejected", "undecided")) {
            count(node, group);
        }
        left += Briefly.shorten(node, plans, 1, MOST_BYTES);
        return node.put("morePlans", left);
    }

    /** Rules with how many options each keeps out, where the ids are too many. */
    private static void count(ObjectNode node, String group) {
        if (Briefly.bytes(node) > MOST_BYTES && node.get(group) instanceof ObjectNode byRule) {
            byRule.properties()
                    .forEach(rule -> rule.setValue(
                            JsonNodeFactory.instance.numberNode(rule.getValue().size())));
        }
    }
}
