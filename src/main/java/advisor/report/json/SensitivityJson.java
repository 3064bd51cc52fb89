package advisor.report.json;

import advisor.advice.Advice;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Whether a ranking survives what is uncertain, as JSON. */
public final class SensitivityJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SensitivityJson() {}

    /** By itself, with what it says in words, schema {@code sensitivity/1}; no runs if it was not analysed. */
    public static String of(Advice advice) {
        ObjectNode node = NODES.objectNode().put("schema", "sensitivity/1");
        ObjectNode tree = SensitivityAsJson.of(advice.sensitivity());
        if (tree == null) {
            node.put("runs", 0).putArray("first");
            node.put("withoutAdvice", 0).putNull("decisive");
        } else {
            node.setAll(tree);
        }
        node.set("text", AdviceInWords.sensitivity(advice));
        node.put("close", advice.isCloseCall());
        node.set("advice", completed(advice));
        return JsonReport.print(node);
    }

    /** What stands in the advice from then on. */
    private static ObjectNode completed(Advice advice) {
        ObjectNode node = NODES.objectNode();
        node.set("answer", AdviceInWords.answer(advice));
        node.set("sensitivity", SensitivityAsJson.of(advice.sensitivity()));
        node.set("alternatives", AlternativesAsJson.of(advice));
        node.set("slower", AlternativesAsJson.slower(advice));
        node.set("guessing", AlternativesAsJson.guessing(advice));
        return node;
    }
}
