package advisor.report.json;

import advisor.advice.survey.Estimate;
import advisor.advice.survey.MachineEstimate;
import advisor.advice.survey.Provenance;
import advisor.facts.Candidate;
import advisor.facts.Performance;
import advisor.facts.Request;
import advisor.facts.model.ModelSize;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Unknown;
import advisor.text.Ids;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A model's size as JSON, schema {@code size/1}. What is not known is {@code null} and named in {@code unknown}. */
public final class SizeJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SizeJson() {}

    /** @param onMachine the model on a machine; {@code null} if none was asked about */
    public static String of(Estimate estimate, @Nullable MachineEstimate onMachine) {
        return JsonReport.print(node(estimate, onMachine));
    }

    private static ObjectNode node(Estimate estimate, @Nullable MachineEstimate onMachine) {
        ModelSize size = estimate.size();
        ObjectNode node = NODES.objectNode();
        node.put("schema", "size/1");
        node.put("model", size.id());
        node.putObject("parameters")
                .put("total", size.totalParameters())
                .put("active", size.activeParameters())
                .put("multiTokenPrediction", size.multiTokenPredictionParameters());
        checkpoint(node.putObject("checkpoint"), size);
        cache(node.putObject("kvCache"), estimate);
        ArrayNode unknown = NODES.arrayNode();
        size.unknown().stream().map(SizeJson::sentence).forEach(unknown::add);
        if (onMachine != null) {
            machine(node, onMachine);
            onMachine.unknown().stream().map(SizeJson::sentence).forEach(unknown::add);
        }
        ObjectNode provenance = node.putObject("provenance");
        provenance(provenance, estimate.provenances());
        if (onMachine != null) {
            provenance(provenance.putObject("onMachine"), onMachine.provenances());
        }
        node.set("unknown", unknown);
        return node;
    }

    /** How each figure was come by, and from how many runs or logs. */
    static void provenance(ObjectNode node, Map<String, Provenance> provenances) {
        provenances.forEach((figure, provenance) -> {
            ObjectNode one = node.putObject(figure).put("kind", Ids.of(provenance.kind()));
            if (provenance.runs() > 0) {
                one.put("runs", provenance.runs());
            }
        });
    }

    private static void machine(ObjectNode node, MachineEstimate onMachine) {
        Candidate candidate = onMachine.candidate();
        Request load = onMachine.load();
        node.put("accelerator", candidate.accelerator().id());
        node.putObject("load")
                .put("streams", load.streams())
                .put("promptTokens", load.promptTokens())
                .put("outputTokens", load.outputTokens())
                .put("asOf", load.asOf().toString());
        node.set("plan", FactsAsJson.plan(candidate.plan()));
        node.set("memory", FactsAsJson.memory(candidate.memory()));
        node.set("performance", performance(candidate.performance()));
        node.set("speedBasis", FactsAsJson.basis(onMachine.basis()));
    }

    private static ObjectNode performance(Performance performance) {
        ObjectNode node = NODES.objectNode();
        node.set("tokensPerSecondPerUser", FactsAsJson.interval(performance.tokensPerSecondPerUser()));
        node.set("timeToFirstTokenMs", FactsAsJson.interval(performance.timeToFirstTokenMilliseconds()));
        node.set("timePerOutputTokenMs", FactsAsJson.interval(performance.timePerOutputTokenMilliseconds()));
        node.set("outputTokensPerSecond", FactsAsJson.interval(performance.outputTokensPerSecond()));
        node.set("concurrentStreams", FactsAsJson.interval(performance.concurrentStreams()));
        return node;
    }

    private static void checkpoint(ObjectNode node, ModelSize size) {
        Bytes bytes = size.checkpoint();
        node.put("precision", size.precision() == null ? null : Ids.of(size.precision()));
        node.put("bytes", bytes == null ? null : Long.valueOf(bytes.count()));
    }

    private static void cache(ObjectNode node, Estimate estimate) {
        Bytes all = estimate.cacheAtContext();
        node.put("bytesPerToken", estimate.cacheBytesPerToken());
        node.put("contextTokens", estimate.contextTokens());
        node.put("bytesAtContext", all == null ? null : Long.valueOf(all.count()));
    }

    private static String sentence(Unknown unknown) {
        return unknown.figure() + ": " + unknown.reason().en();
    }
}
