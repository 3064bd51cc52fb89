package advisor.report.json;

import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.advice.Reason;
import advisor.advice.Verdict;
import advisor.facts.Candidate;
import advisor.facts.Request;
import advisor.facts.offer.StatedOffer;
import advisor.facts.unit.Money;
import advisor.request.FieldType;
import advisor.request.RequestField;
import advisor.request.RequestFields;
import advisor.rules.session.RuleError;
import advisor.text.Ids;
import advisor.text.Text;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An advice as JSON, schema {@code advice/2}. Keys keep their order; the same advice gives the same bytes. */
public final class JsonReport {
    /** The edition of what is answered. */
    public static final String SCHEMA = "advice/2";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonReport() {}

    public static String of(Advice advice) {
        return print(tree(advice));
    }

    /** An advice in one line. */
    public static String line(Advice advice) {
        return line(tree(advice));
    }

    /** What is wrong with the request in a line, in one line: schema {@code fault/1}. */
    public static String fault(long line, List<Text> faults) {
        ObjectNode node = NODES.objectNode().put("schema", "fault/1").put("line", line);
        ArrayNode texts = node.putArray("faults");
        faults.forEach(fault -> texts.add(FactsAsJson.text(fault)));
        return line(node);
    }

    /** A tree as text in one line. */
    public static String line(ObjectNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree cannot fail to be written.", e);
        }
    }

    /** A tree as text, two blanks a level. */
    public static String print(ObjectNode node) {
        return print(node, new DefaultIndenter("  ", "\n"));
    }

    /** A tree as text, two blanks a level; what is deeper than some level stays in the line. */
    public static String print(ObjectNode node, int levels) {
        return print(node, new DefaultIndenter("  ", "\n") {
            private static final long serialVersionUID = 1L;

            @Override
            public void writeIndentation(JsonGenerator generator, int level) throws IOException {
                if (level <= levels) {
                    super.writeIndentation(generator, level);
                }
            }
        });
    }

    private static String print(ObjectNode node, DefaultIndenter indenter) {
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        try {
            return MAPPER.writer(printer).writeValueAsString(node) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree cannot fail to be written.", e);
        }
    }

    /** An advice before it is printed. */
    public static ObjectNode tree(Advice advice) {
        ObjectNode node = head(advice);
        ArrayNode verdicts = node.putArray("verdicts");
        advice.verdicts().forEach(verdict -> verdicts.add(verdict(verdict, advice)));
        return node;
    }

    /** All but the verdicts. */
    static ObjectNode head(Advice advice) {
        ObjectNode node = NODES.objectNode();
        node.put("schema", SCHEMA);
        node.put("decisionId", advice.decisionId());
        node.put("asOf", advice.request().asOf().toString());
        node.put("lens", Ids.of(advice.request().lens()));
        node.set("request", request(advice.request()));
        node.set("load", load(advice));
        node.putObject("ruleBase").put("sha256", advice.rulesSha256()).put("rules", advice.ruleCount());
        node.putObject("catalog").put("sha256", advice.catalogSha256());
        node.put(
                "recommended",
                advice.recommended().map(first -> first.option().id()).orElse(null));
        node.set("answer", AdviceInWords.answer(advice));
        node.set("sensitivity", SensitivityAsJson.of(advice.sensitivity()));
        node.set("holes", HolesAsJson.of(advice));
        node.set("alternatives", AlternativesAsJson.of(advice));
        node.set("slower", AlternativesAsJson.slower(advice));
        node.set("guessing", AlternativesAsJson.guessing(advice));
        node.set("notes", reasons(advice.notes()));
        ArrayNode errors = node.putArray("errors");
        advice.errors().forEach(error -> errors.add(error(error)));
        return node;
    }

    private static ObjectNode error(RuleError error) {
        Candidate candidate = error.candidate();
        ObjectNode node = NODES.objectNode();
        node.put("rule", error.rule().id());
        node.put("at", error.rule().place());
        node.put("candidate", candidate == null ? null : candidate.id());
        node.set("message", FactsAsJson.text(error.message()));
        return node;
    }

    /** How those of the request's fields came about that follow from what was asked. */
    static ArrayNode load(Advice advice) {
        ArrayNode nodes = NODES.arrayNode();
        advice.reckoned()
                .forEach((field, formula) ->
                        nodes.addObject().put("field", field.json()).set("formula", FormulaAsJson.of(formula)));
        return nodes;
    }

    private static ObjectNode request(Request request) {
        ObjectNode node = NODES.objectNode();
        RequestFields.answered().forEach(field -> node.set(field.json(), value(field, request)));
        node.set("defaultsApplied", FactsAsJson.texts(request.defaultsApplied()));
        return node;
    }

    private static JsonNode value(RequestField<?> field, Request request) {
        if (field.value(request) instanceof StatedOffer.InFull offered) {
            return FactsAsJson.texts(offered.ids());
        }
        boolean told = field.type().kind() == FieldType.Kind.OFFERS && field.value(request) != null;
        return told ? FactsAsJson.texts(List.of(field.text(request).split("; ", -1))) : value(field.value(request));
    }

    /** A value of a field; {@code null} if none was given. */
    private static JsonNode value(@Nullable Object value) {
        if (value instanceof Integer number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Double number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Enum<?> choice) {
            return NODES.textNode(Ids.of(choice));
        }
        if (value instanceof Money money) {
            return NODES.objectNode()
                    .put("amount", FactsAsJson.whole(money.amount()))
                    .put("currency", money.currency().code());
        }
        if (value instanceof Map<?, ?> assumptions) {
            ObjectNode node = NODES.objectNode();
            assumptions.forEach((id, number) -> node.set(String.valueOf(id), value(number)));
            return node;
        }
        return value == null ? NODES.nullNode() : NODES.textNode(value.toString());
    }

    public static ObjectNode verdict(OptionVerdict verdict, Advice advice) {
        Verdict best = verdict.best();
        Candidate candidate = best.candidate();
        ObjectNode node = standing(verdict);
        node.put("startScore", best.start());
        node.set("plan", FactsAsJson.plan(candidate.plan()));
        node.set("memory", FactsAsJson.memory(candidate.memory()));
        node.set("performance", FactsAsJson.performance(candidate.performance()));
        node.set("power", FactsAsJson.power(candidate.power()));
        node.set("cost", CostAsJson.of(candidate.cost(), advice.comparisons(candidate)));
        node.set("perUnit", FactsAsJson.unit(candidate));
        node.set("obstacles", obstacles(best));
        node.set("findings", reasons(best.reasons()));
        ArrayNode variants = node.putArray("variants");
        verdict.variants().forEach(variant -> variants.add(variant(variant)));
        return node;
    }

    /** Which option it is, and how it stands. */
    static ObjectNode standing(OptionVerdict verdict) {
        ObjectNode node = NODES.objectNode();
        node.put("option", verdict.option().id());
        node.set("title", FactsAsJson.text(verdict.option().title()));
        node.put("kind", Ids.of(verdict.option().kind()));
        node.put("stance", verdict.best().stance().id());
        node.put("rank", verdict.rank());
        return node.put("score", verdict.best().score());
    }

    static ArrayNode obstacles(Verdict verdict) {
        return FactsAsJson.texts(verdict.obstacles().stream()
                .map(reason -> reason.rule().id())
                .distinct()
                .toList());
    }

    private static ObjectNode variant(Verdict variant) {
        ObjectNode node = NODES.objectNode();
        node.put("precision", Ids.of(variant.candidate().precision()));
        node.put("mode", Ids.of(variant.candidate().plan().mode()));
        node.put("engine", variant.candidate().plan().engine());
        node.put("stance", variant.stance().id());
        node.put("score", variant.score());
        node.set("memory", FactsAsJson.memory(variant.candidate().memory()));
        ArrayNode findings = node.putArray("findings");
        variant.reasons().stream().map(reason -> reason.rule().id()).forEach(findings::add);
        variant.decisive().ifPresent(reason -> node.set("decisive", FactsAsJson.text(reason.text())));
        return node;
    }

    public static ArrayNode reasons(List<Reason> reasons) {
        ArrayNode nodes = NODES.arrayNode();
        reasons.forEach(reason -> nodes.add(reason(reason)));
        return nodes;
    }

    private static ObjectNode reason(Reason reason) {
        ObjectNode node = NODES.objectNode();
        node.put("rule", reason.rule().id());
        node.put("kind", Ids.of(reason.kind()));
        node.put("topic", reason.rule().topic());
        node.put("points", reason.points());
        node.set("text", FactsAsJson.text(reason.text()));
        node.set("sources", FactsAsJson.texts(reason.sources()));
        node.put("at", reason.rule().place());
        Reason.Correction corrects = reason.corrects();
        if (corrects != null) {
            ObjectNode corrected = node.putObject("corrects");
            corrected.put("rule", corrects.rule());
            corrected.set("text", corrects.text() == null ? null : FactsAsJson.text(corrects.text()));
        }
        return node;
    }
}
