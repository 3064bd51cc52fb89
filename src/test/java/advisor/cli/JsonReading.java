package advisor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** Finds things in answers of JSON. */
public final class JsonReading {
    private JsonReading() {}

    public static JsonNode verdict(JsonNode advice, String option) {
        return StreamSupport.stream(advice.get("verdicts").spliterator(), false)
                .filter(verdict -> verdict.path("option").asText().equals(option))
                .findFirst()
                .orElseThrow();
    }

    public static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
