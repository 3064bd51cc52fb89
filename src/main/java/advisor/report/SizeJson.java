package advisor.report;

import advisor.advice.Estimate;
import advisor.model.Bytes;
import advisor.model.Ids;
import advisor.model.ModelSize;
import advisor.model.Unknown;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A model's size as JSON, schema {@code size/1}. What is not known is {@code null} and named in {@code unknown}. */
public final class SizeJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SizeJson() {}

    public static String of(Estimate estimate) {
        return JsonReport.print(node(estimate));
    }

    private static ObjectNode node(Estimate estimate) {
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
        ArrayNode unknown = node.putArray("unknown");
        size.unknown().stream().map(SizeJson::sentence).forEach(unknown::add);
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
