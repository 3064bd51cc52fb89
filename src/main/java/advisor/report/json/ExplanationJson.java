package advisor.report.json;

import advisor.advice.change.Changes;
import advisor.advice.change.Explanation;
import advisor.advice.change.OpenPoint;
import advisor.advice.change.Origin;
import advisor.facts.CostLine;
import advisor.facts.unit.Source;
import advisor.facts.unit.Sourced;
import advisor.report.words.PlainCondition;
import advisor.report.words.SourceNotes;
import advisor.report.words.TestText;
import advisor.rules.explain.ConditionTrace;
import advisor.rules.explain.Operand;
import advisor.rules.explain.RuleTrace;
import advisor.text.Ids;
import advisor.text.Language;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * An explanation as JSON, schema {@code explanation/1}: the outcome of every rule, condition by condition. With what would
 * change the verdict it has some keys more.
 */
public final class ExplanationJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ExplanationJson() {}

    public static String of(Explanation explanation) {
        return JsonReport.print(tree(explanation));
    }

    public static String of(Explanation explanation, Changes changes) {
        ObjectNode node = tree(explanation);
        node.setAll(ChangesJson.found(changes));
        return JsonReport.print(node);
    }

    private static ObjectNode tree(Explanation explanation) {
        ObjectNode node = NODES.objectNode();
        node.put("schema", "explanation/1");
        node.put("decisionId", explanation.advice().decisionId());
        node.put("option", explanation.option().option().id());
        node.put("candidate", explanation.verdict().candidate().id());
        node.set("answer", AdviceInWords.answer(explanation.advice()));
        node.set("load", JsonReport.load(explanation.advice()));
        node.set("verdict", JsonReport.verdict(explanation.option(), explanation.advice()));
        ArrayNode rules = node.putArray("rules");
        Says says =
                new Says(explanation.sources(), explanation.advice().request().asOf());
        explanation.rules().forEach(rule -> rules.add(rule(rule, says)));
        ArrayNode memory = node.putArray("memory");
        explanation.memory().forEach((part, formula) -> memory.addObject()
                .put("part", Ids.of(part))
                .put("bytes", Math.round(formula.value().likely()))
                .set("formula", FormulaAsJson.of(formula)));
        ArrayNode power = node.putArray("power");
        explanation.power().forEach((part, formula) -> power.addObject()
                .put("part", Ids.of(part))
                .put("kilowatts", FactsAsJson.rounded(formula.value().likely()))
                .set("formula", FormulaAsJson.of(formula)));
        node.set("speedBasis", FactsAsJson.basis(explanation.speed()));
        SizeJson.provenance(node.putObject("provenance"), explanation.provenances());
        ArrayNode cost = node.putArray("cost");
        explanation.verdict().candidate().cost().lines().forEach(line -> cost.add(cost(line)));
        ArrayNode open = node.putArray("open");
        explanation.open().forEach(point -> open.add(open(point, says)));
        node.set("blockerSets", ChangesJson.blockerSets(explanation.option()));
        node.set("disagreements", DisagreementsJson.of(explanation));
        node.set("sources", CitedSources.of(explanation));
        LaterDaysOut.of(node, explanation.advice().request().asOf());
        return node;
    }

    /** The sentences of conditions. */
    private static final class Says {
        private final PlainCondition english;
        private final PlainCondition chinese;

        Says(Map<String, Source> sources, LocalDate asOf) {
            this.english = new PlainCondition(Language.EN, new SourceNotes(sources, Language.EN, asOf));
            this.chinese = new PlainCondition(Language.ZH, new SourceNotes(sources, Language.ZH, asOf));
        }

        ObjectNode of(ConditionTrace trace) {
            return NODES.objectNode().put("en", plain(english.of(trace))).put("zh", plain(chinese.of(trace)));
        }

        ObjectNode truth(ConditionTrace trace) {
            return NODES.objectNode().put("en", plain(english.truth(trace))).put("zh", plain(chinese.truth(trace)));
        }

        ObjectNode name(Operand operand) {
            return NODES.objectNode().put("en", plain(english.name(operand))).put("zh", plain(chinese.name(operand)));
        }

        /** Without the numbers of a page's notes. */
        private static String plain(String sentence) {
            return sentence.replaceAll(" ?\\[[\\d.]+\\]", "");
        }
    }

    private static ObjectNode cost(CostLine line) {
        ObjectNode node = NODES.objectNode()
                .put("part", Ids.of(line.part()))
                .put("due", Ids.of(line.part().due()));
        node.set("amount", FactsAsJson.range(line.amount()));
        node.set("formula", FormulaAsJson.of(line.formula()));
        return node;
    }

    private static ObjectNode open(OpenPoint point, Says says) {
        ObjectNode node = NODES.objectNode();
        if (point instanceof OpenPoint.Stated stated) {
            node.put("rule", stated.rule()).set("text", FactsAsJson.text(stated.text()));
        } else if (point instanceof OpenPoint.Figure figure) {
            node.put("field", figure.operand().field()).set("decides", FactsAsJson.texts(List.copyOf(figure.rules())));
            node.set("name", says.name(figure.operand()));
        } else if (point instanceof OpenPoint.Cost cost) {
            node.put("cost", Ids.of(cost.part()));
        } else {
            node.put("memory", Ids.of(((OpenPoint.Held) point).part()));
        }
        return node;
    }

    private static ObjectNode rule(RuleTrace trace, Says says) {
        ObjectNode node = NODES.objectNode()
                .put("rule", trace.rule().id())
                .put("outcome", Ids.of(trace.outcome()))
                .put("nearMiss", trace.nearMiss())
                .put("at", trace.rule().place());
        ArrayNode conditions = node.putArray("conditions");
        trace.conditions().forEach(condition -> conditions.add(condition(condition, says)));
        return node;
    }

    private static ObjectNode condition(ConditionTrace trace, Says says) {
        ObjectNode node = NODES.objectNode()
                .put("kind", Ids.of(trace.condition().kind()))
                .put("text", trace.condition().text())
                .put("line", trace.condition().line())
                .put("column", trace.condition().column())
                .put("holds", trace.holds())
                .put("searched", trace.searched())
                .put("found", trace.found());
        node.set("says", says.of(trace));
        node.set("truth", says.truth(trace));
        ObjectNode operands = node.putObject("operands");
        ObjectNode origins = node.putObject("origins");
        for (Operand operand : trace.operands()) {
            operands.put(operand.path(), TestText.value(operand));
            origins.set(operand.path(), origin(Origin.of(operand)));
        }
        return node;
    }

    /** The kind and what was read first; {@code more} holds what else was read. */
    private static ObjectNode origin(Origin origin) {
        ObjectNode node = NODES.objectNode().put("kind", Ids.of(origin.kind()));
        List<Sourced> read = origin.read();
        if (!read.isEmpty()) {
            node.setAll(FormulaAsJson.read(read.get(0)));
        }
        if (read.size() > 1) {
            ArrayNode more = node.putArray("more");
            read.subList(1, read.size()).forEach(one -> more.add(FormulaAsJson.read(one)));
        }
        return node;
    }
}
