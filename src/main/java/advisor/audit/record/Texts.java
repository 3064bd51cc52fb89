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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        node.set("files", files(rules.texts().files(), rules.texts().layered()));
        return node;
    }

    static ObjectNode catalog(Catalog catalog) {
        ObjectNode node = NODES.objectNode();
        node.put("sha256", catalog.sha256());
        List<String> layers = catalog.texts().layers();
        if (layers.size() > 1) {
            layers.forEach(node.putArray("layers")::add);
        }
        node.set("files", files(catalog.texts().files(), Map.of()));
        return node;
    }

    /** @param folders those of files that lie in another one than the others, by path */
    private static ArrayNode files(SortedMap<String, String> texts, Map<String, String> folders) {
        ArrayNode nodes = NODES.arrayNode();
        texts.forEach((path, text) -> {
            ObjectNode node = nodes.addObject().put("path", path);
            if (folders.containsKey(path)) {
                node.put("folder", folders.get(path));
            }
            node.put("sha256", sha256(text)).put("text", text);
        });
        return nodes;
    }

    static String sha256(String text) {
        return Fingerprint.ofBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    static RuleTexts rules(JsonNode document) {
        JsonNode ruleBase = document.path("ruleBase");
        return new RuleTexts(ruleBase.path("folder").asText(), values(ruleBase, "text"), values(ruleBase, "folder"));
    }

    static CatalogTexts catalog(JsonNode document) {
        JsonNode catalog = document.path("catalog");
        SortedMap<String, String> files = values(catalog, "text");
        List<String> layers = new ArrayList<>();
        catalog.path("layers").forEach(layer -> layers.add(layer.asText()));
        return layers.isEmpty() ? new CatalogTexts(files) : new CatalogTexts(files, layers);
    }

    /** What the files have under a key, by path, as far as they have it. */
    private static SortedMap<String, String> values(JsonNode holder, String key) {
        SortedMap<String, String> values = new TreeMap<>();
        for (JsonNode file : holder.path("files")) {
            if (file.has(key)) {
                values.put(file.path("path").asText(), file.path(key).asText());
            }
        }
        return values;
    }
}
