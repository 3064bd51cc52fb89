package advisor.http.route;

import advisor.http.call.Answer;
import advisor.http.call.ProblemDetails;
import advisor.report.json.AdviceSchema;
import advisor.report.json.JsonReport;
import advisor.report.json.ModelsJson;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** {@code GET /api/openapi.json}: what all routes take and give; and beside it the schemas of answers. */
public final class DocumentRoutes {
    private static final String DOCUMENT = "openapi.yaml";
    private static final String SCHEMA = "/api/schemas/advice-2.json";
    private static final String MODELS_SCHEMA = "/api/schemas/models-1.json";

    private final Answer document = Answer.json(JsonReport.print(document()));
    private final Answer schema = schema(AdviceSchema.tree());
    private final Answer modelsSchema = schema(ModelsJson.schema());

    private static Answer schema(ObjectNode tree) {
        return new Answer("application/schema+json", JsonReport.print(tree), null);
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/api/openapi.json", document::writeTo);
        routes.get(SCHEMA, schema::writeTo);
        routes.get(MODELS_SCHEMA, modelsSchema::writeTo);
    }

    private static void addKinds(ObjectNode problem) {
        ArrayNode types = problem.withObject("/type").putArray("enum");
        ArrayNode codes = problem.withObject("/code").putArray("enum");
        ProblemDetails.codes().forEach(code -> {
            types.add(ProblemDetails.TYPE + code);
            codes.add(code);
        });
    }

    static ObjectNode document() {
        try (InputStream yaml = DocumentRoutes.class.getResourceAsStream(DOCUMENT)) {
            ObjectNode document = new YAMLMapper().readValue(Objects.requireNonNull(yaml), ObjectNode.class);
            ObjectNode schemas = document.withObject("/components/schemas");
            RequestSchemas.addTo(schemas);
            addKinds(schemas.withObject("/Problem/properties"));
            return document;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
