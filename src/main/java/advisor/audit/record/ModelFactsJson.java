package advisor.audit.record;

import advisor.facts.model.ModelFacts;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** A model that its files describe, as JSON: the components of the records, by their names. */
public final class ModelFactsJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .build();

    private ModelFactsJson() {}

    public static JsonNode of(ModelFacts facts) {
        return MAPPER.valueToTree(facts);
    }

    /** @throws IllegalArgumentException if the tree does not describe a model */
    public static ModelFacts read(JsonNode node) {
        try {
            return MAPPER.treeToValue(node, ModelFacts.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The record's model cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
