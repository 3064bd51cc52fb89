package advisor;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.advice.Advice;
import advisor.report.json.AdviceSchema;
import advisor.report.json.JsonReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/** The schema of the advice that is shipped. Every answer that a test gets passes by here. */
public final class AdviceJson {
    public static final JsonNode ROOT = AdviceSchema.tree();

    private static final String NAME = "advice/2";
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(ROOT);

    private AdviceJson() {}

    /** An output, after a look at each advice in it: a whole one, or one a line. */
    public static String checked(String output) {
        if (output.startsWith("{") && output.contains(NAME)) {
            try (MappingIterator<JsonNode> values =
                    MAPPER.readerFor(JsonNode.class).readValues(output)) {
                values.forEachRemaining(AdviceJson::checkAdvice);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return output;
    }

    /** As it would be answered. */
    static void check(Advice advice) {
        checkAdvice(JsonReport.tree(advice));
    }

    /** What an advice has otherwise than the schema. */
    static Set<ValidationMessage> faults(JsonNode advice) {
        return SCHEMA.validate(advice);
    }

    private static void checkAdvice(JsonNode answer) {
        if (answer.path("schema").asText().equals(NAME)) {
            assertThat(faults(answer)).as(NAME).isEmpty();
        }
    }
}
