package advisor.http.route;

import advisor.http.call.Answer;
import advisor.report.json.AdviceSchema;
import advisor.report.json.JsonReport;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** {@code GET /api/openapi.json}: what all routes take and give; and beside it the schema of the advice. */
public final class DocumentRoutes {
    private static final String DOCUMENT = "openapi.yaml";
    private static final String SCHEMA = "/api/schemas/advice-2.json";

    private final Answer document = Answer.json(JsonReport.print(document()));
    private final Answer schema = new Answer("application/schema+json", JsonReport.print(AdviceSchema.tree()), null);

    public void addTo(RoutesConfig routes) {
        routes.get("/api/openapi.json", document::writeTo);
        routes.get(SCHEMA, schema::writeTo);
    }

    static ObjectNode document() {
        try (InputStream yaml = DocumentRoutes.class.getResourceAsStream(DOCUMENT)) {
            ObjectNode document = new YAMLMapper().readValue(Objects.requireNonNull(yaml), ObjectNode.class);
            RequestSchemas.addTo(document.withObject("/components/schemas"));
            return document;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
