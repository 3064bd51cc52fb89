package advisor.report;

import advisor.advice.Stance;
import advisor.model.Language;
import advisor.model.Text;
import advisor.request.RequestField;
import advisor.request.RequestFields;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What people call the things that JSON names by an id, so that whoever shows JSON need not invent names of its own. */
public final class Vocabulary {
    private static final List<String> NAMED = List.of(
            "ComputeMode.",
            "Confidence.",
            "Grade.",
            "Lifter.",
            "OptionKind.",
            "Outcome.",
            "Precision.",
            "cost-part.",
            "figure.",
            "formula.",
            "memory-part.",
            "part.",
            "unit.");

    private Vocabulary() {}

    /** Texts by key: {@code Precision.fp8}, {@code Stance.rejected}. */
    public static ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (Stance stance : Stance.values()) {
            node.set("Stance." + stance.id(), FactsAsJson.text(stance.title()));
        }
        for (RequestField<?> field : RequestFields.all()) {
            node.set("field." + field.name(), FactsAsJson.text(field.title()));
            field.choices()
                    .forEach((id, title) -> node.set("choice." + field.name() + "." + id, FactsAsJson.text(title)));
        }
        Phrases english = new Phrases(Language.EN);
        Phrases chinese = new Phrases(Language.ZH);
        english.keys().stream()
                .filter(key -> NAMED.stream().anyMatch(key::startsWith))
                .forEach(key -> node.set(key, FactsAsJson.text(new Text(english.raw(key), chinese.raw(key)))));
        return node;
    }
}
