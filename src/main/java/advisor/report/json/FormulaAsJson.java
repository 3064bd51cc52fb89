package advisor.report.json;

import advisor.facts.offer.Quote;
import advisor.facts.unit.Confidence;
import advisor.facts.unit.Figure;
import advisor.facts.unit.Formula;
import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Formula.Operation;
import advisor.facts.unit.Parameter;
import advisor.facts.unit.Sourced;
import advisor.text.Ids;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A formula as JSON: {@code operator} and {@code parts}, down to values with name, unit and source, not rounded. */
final class FormulaAsJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FormulaAsJson() {}

    static @Nullable ObjectNode of(@Nullable Formula formula) {
        if (formula == null) {
            return null;
        }
        return formula instanceof Operand operand ? operand(operand) : operation((Operation) formula);
    }

    private static ObjectNode operation(Operation operation) {
        ObjectNode node = NODES.objectNode().put("operator", Ids.of(operation.operator()));
        ArrayNode parts = node.putArray("parts");
        operation.parts().forEach(part -> parts.add(of(part)));
        return node;
    }

    private static ObjectNode operand(Operand operand) {
        ObjectNode node = NODES.objectNode();
        node.set("name", FactsAsJson.text(operand.name()));
        node.put("low", operand.value().low())
                .put("likely", operand.value().likely())
                .put("high", operand.value().high())
                .put("unit", operand.unit());
        Sourced origin = operand.origin();
        if (origin != null) {
            node.setAll(read(origin));
        }
        return node;
    }

    /** Where something was read: source, its words, since when it holds or was published, confidence. */
    static ObjectNode read(Sourced read) {
        ObjectNode node = NODES.objectNode().put("source", read.source());
        if (read instanceof Parameter parameter) {
            return words(node.put("parameter", parameter.id()), parameter.asPrinted(), parameter.confidence())
                    .put("date", parameter.from().toString());
        }
        if (read instanceof Figure figure) {
            return words(node.put("figure", figure.name()), figure.asPrinted(), figure.confidence())
                    .put("date", figure.date().toString());
        }
        return read instanceof Quote quote
                ? words(node, quote.asPrinted(), quote.confidence())
                        .put("date", quote.period().from().toString())
                : node;
    }

    private static ObjectNode words(ObjectNode node, @Nullable String asPrinted, @Nullable Confidence confidence) {
        return node.put("asPrinted", asPrinted).put("confidence", confidence == null ? null : Ids.of(confidence));
    }
}
