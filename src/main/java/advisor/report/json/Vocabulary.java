package advisor.report.json;

import advisor.advice.Stance;
import advisor.request.RequestField;
import advisor.request.RequestFields;
import advisor.text.Language;
import advisor.text.Text;
import advisor.words.Phrases;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What people call the things that JSON names by an id, and how they write amounts, so that whoever shows JSON need not
 * invent words of its own.
 */
public final class Vocabulary {
    /** Keys, and with what keys begin. */
    private static final List<String> NAMED = List.of(
            "ComputeMode.",
            "Confidence.",
            "Finding.Kind.",
            "Grade.",
            "Lifter.",
            "OptionKind.",
            "Outcome.",
            "Precision.",
            "SpeedBasis.Aspect.",
            "answer.against",
            "answer.costs",
            "answer.gives",
            "answer.next-best",
            "answer.not-known",
            "answer.other-model",
            "answer.turns-if",
            "answer.yours",
            "change.less-may-do",
            "cost-part.",
            "explain.cut-off",
            "explain.due.",
            "explain.high",
            "explain.likely",
            "explain.low",
            "explain.nothing",
            "explain.start",
            "explain.total",
            "explain.total-void",
            "figure.",
            "formula.",
            "impact.silent",
            "lens.",
            "memory-part.",
            "part.",
            "report.option",
            "report.points",
            "report.rank",
            "report.reason",
            "says.no",
            "says.yes",
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
        add(node, Phrases::amounts, key -> true);
        add(node, Phrases::new, Vocabulary::isNamed);
        return node;
    }

    private static boolean isNamed(String key) {
        return NAMED.stream().anyMatch(name -> name.endsWith(".") ? key.startsWith(name) : key.equals(name));
    }

    private static void add(ObjectNode node, Function<Language, Phrases> file, Predicate<String> wanted) {
        Phrases english = file.apply(Language.EN);
        Phrases chinese = file.apply(Language.ZH);
        english.keys().stream()
                .filter(wanted)
                .forEach(key -> node.set(key, FactsAsJson.text(new Text(english.raw(key), chinese.raw(key)))));
    }
}
