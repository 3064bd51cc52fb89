package advisor.report.json;

import advisor.advice.Sensitivity;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Whether a ranking survives what is uncertain, as JSON. */
public final class SensitivityJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SensitivityJson() {}

    /** By itself, with what it says in words, schema {@code sensitivity/1}; no runs if it was not analysed. */
    public static String of(@Nullable Sensitivity sensitivity) {
        ObjectNode node = NODES.objectNode().put("schema", "sensitivity/1");
        ObjectNode tree = SensitivityAsJson.of(sensitivity);
        if (tree == null) {
            node.put("runs", 0).putArray("first");
            node.put("withoutAdvice", 0).putNull("decisive");
        } else {
            node.setAll(tree);
        }
        node.set("text", sensitivity == null ? null : FactsAsJson.text(AdviceInWords.of(sensitivity)));
        return JsonReport.print(node);
    }
}
