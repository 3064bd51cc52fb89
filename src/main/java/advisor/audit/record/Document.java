package advisor.audit.record;

import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.advice.Verdict;
import advisor.advice.change.Counterfactual;
import advisor.report.json.ChangesJson;
import advisor.report.json.JsonReport;
import advisor.rules.RuleTraces;
import advisor.text.Ids;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes a decision as a JSON tree: all of it but its seal and its place in a chain. */
final class Document {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Decision decision;
    private final Advice advice;

    private Document(Decision decision) {
        this.decision = decision;
        this.advice = decision.advice();
    }

    /**
     * A decision in the clear.
     *
     * @throws IllegalStateException if it contradicts itself
     */
    static ObjectNode of(Decision decision, Versions versions) {
        ObjectNode document = new Document(decision).write(versions);
        Invariants.require(document);
        return document;
    }

    /** A decision in the clear without what explains it: quickly made, and enough to compare answers. */
    static ObjectNode answer(Decision decision) {
        return new Document(decision).answer(Versions.present());
    }

    private ObjectNode write(Versions versions) {
        ObjectNode node = answer(versions);
        node.set("candidates", candidates());
        node.set("counterfactuals", counterfactuals());
        return node;
    }

    private ObjectNode answer(Versions versions) {
        ObjectNode answer = JsonReport.tree(advice);
        ObjectNode node = NODES.objectNode();
        Seal.begin(node);
        node.put("decisionId", advice.decisionId());
        node.put("asOf", advice.request().asOf().toString());
        node.put("lens", Ids.of(advice.request().lens()));
        node.set("versions", versions.json());
        node.set("request", request(answer));
        node.set("describedModel", describedModel());
        node.putObject("masked");
        node.set("ruleBase", Texts.ruleBase(decision.rules()));
        node.set("catalog", Texts.catalog(decision.catalog()));
        node.set("advice", answer);
        return node;
    }

    private ObjectNode request(ObjectNode answer) {
        ObjectNode node = NODES.objectNode();
        ObjectNode given = node.putObject("given");
        decision.question().fields().forEach(given::put);
        ObjectNode normalised = answer.withObject("request").deepCopy();
        JsonNode defaults = normalised.remove("defaultsApplied");
        node.set("normalised", normalised);
        node.set("defaultsApplied", defaults);
        return node;
    }

    private JsonNode describedModel() {
        return decision.question().model(id -> NODES.nullNode(), ModelFactsJson::of);
    }

    /** In as many parts as there are processors, each with what its walks have found before. */
    private ArrayNode candidates() {
        List<Verdict> all = advice.verdicts().stream()
                .flatMap(option -> Stream.concat(Stream.of(option.best()), option.variants().stream()))
                .toList();
        int parts = Runtime.getRuntime().availableProcessors();
        List<ObjectNode> nodes = IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> all.subList(all.size() * part / parts, all.size() * (part + 1) / parts))
                .flatMap(this::candidates)
                .toList();
        return NODES.arrayNode().addAll(nodes);
    }

    private Stream<ObjectNode> candidates(List<Verdict> some) {
        RuleTraces traces = decision.traces();
        return some.stream().map(verdict -> candidate(verdict, traces));
    }

    private static ObjectNode candidate(Verdict verdict, RuleTraces traces) {
        ObjectNode node = NODES.objectNode();
        node.put("candidate", verdict.candidate().id());
        node.put("option", verdict.candidate().option().id());
        node.put("stance", verdict.stance().id());
        node.put("startScore", verdict.start());
        node.put("score", verdict.score());
        node.set("findings", ledger(verdict));
        node.set("outcomes", Outcomes.of(traces.brief(verdict.candidate())));
        return node;
    }

    /** Findings without what is the same wherever the rule fires: there are thousands of them. */
    private static ArrayNode ledger(Verdict verdict) {
        ArrayNode findings = JsonReport.reasons(verdict.reasons());
        findings.forEach(finding -> ((ObjectNode) finding).remove(List.of("topic", "at")));
        return findings;
    }

    /** For each option that is not viable what would lift its stance. */
    private ArrayNode counterfactuals() {
        List<OptionVerdict> barred = advice.verdicts().stream()
                .filter(option -> !option.stance().viable())
                .toList();
        Map<String, List<Counterfactual>> found = decision.explainer().counterfactuals(decision.assessment(), barred);
        ArrayNode nodes = NODES.arrayNode();
        barred.forEach(option -> {
            ObjectNode node = nodes.addObject().put("option", option.option().id());
            ArrayNode changes = node.putArray("changes");
            found.getOrDefault(option.option().id(), List.of())
                    .forEach(one -> changes.add(ChangesJson.counterfactual(one)));
        });
        return nodes;
    }
}
