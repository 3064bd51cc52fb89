package advisor.report.json;

import advisor.advice.Factor;
import advisor.advice.Sensitivity;
import advisor.text.Ids;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Whether a ranking survives what is uncertain, as a part of JSON. {@code null} if that was not analysed. */
final class SensitivityAsJson {
    private SensitivityAsJson() {}

    static @Nullable ObjectNode of(@Nullable Sensitivity sensitivity) {
        if (sensitivity == null) {
            return null;
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("runs", sensitivity.runs());
        ArrayNode leads = node.putArray("first");
        sensitivity.leads().forEach(lead -> leads.addObject()
                .put("option", lead.option().id())
                .put("runs", lead.runs()));
        Factor decisive = sensitivity.decisive();
        node.put("withoutAdvice", sensitivity.withoutAdvice());
        node.put("decisive", decisive == null ? null : Ids.of(decisive));
        return node;
    }
}
