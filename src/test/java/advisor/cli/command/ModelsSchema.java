package advisor.cli.command;

import advisor.report.json.ModelsJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.Set;

/** The schema of models side by side that is shipped. */
final class ModelsSchema {
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(ModelsJson.schema());

    private ModelsSchema() {}

    static Set<ValidationMessage> faults(JsonNode answer) {
        return SCHEMA.validate(answer);
    }
}
