package advisor.audit.record;

import advisor.catalog.Catalog;
import advisor.catalog.CatalogTexts;
import advisor.rules.RuleBook;
import advisor.rules.text.RuleTexts;
import advisor.text.Fingerprint;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of rules and catalog inside a record: path, SHA-256 of the file's bytes, text. */
final class Texts {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Texts() {}

    static ObjectNode ruleBase(RuleBook rules) {
        ObjectNode node = NODES.objectNode();
        node.put("folder", rules.texts().folder());
        node.put("sha256", rules.sha256());
        node.put("rules", rules.rules().size());
        node.set("files", files(rules.texts().files()));
        return node;
    }

    static ObjectNode catalog(Catalog catalog) {
        ObjectNode node = NODES.objectNode();
        node.put("sha256", catalog.sha256());
        node.set("files", files(catalog.texts().files()));
        return node;
    }

    private static ArrayNode files(SortedMap<String, String> texts) {
        ArrayNode nodes = NODES.arrayNode();
        texts.forEach((path, text) ->
                nodes.addObject().put("path", path).put("sha256", sha256(text)).put("text", text));
        return nodes;
    }

    static String sha256(String text) {
        return Fingerprint.ofBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    static RuleTexts rules(JsonNode document) {
        JsonNode ruleBase = document.path("ruleBase");
        return new RuleTexts(ruleBase.path("folder").asText(), texts(ruleBase));
    }

    static CatalogTexts catalog(JsonNode document) {
        return new CatalogTexts(texts(document.path("catalog")));
    }

    private static SortedMap<String, String> texts(JsonNode holder) {
        SortedMap<String, String> texts = new TreeMap<>();
        holder.path("files")
                .forEach(file ->
                        texts.put(file.path("path").asText(), file.path("text").asText()));
        return texts;
    }
}
