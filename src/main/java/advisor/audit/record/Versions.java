package advisor.audit.record;

import advisor.rules.RuleBook;
import advisor.text.AdvisorVersion;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The programs that a decision was made with. Those of a replay may differ; its answer must not. */
public record Versions(String advisor, String drools) {
    public static Versions present() {
        return new Versions(AdvisorVersion.NUMBER, RuleBook.droolsVersion());
    }

    public static Versions of(JsonNode node) {
        return new Versions(node.path("advisor").asText(), node.path("drools").asText());
    }

    ObjectNode json() {
        return JsonNodeFactory.instance.objectNode().put("advisor", advisor).put("drools", drools);
    }
}
