package advisor.http;

import advisor.report.JsonReport;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** {@code GET /api/openapi.json}: what all routes take and give; the fields of requests come from their table. */
final class DocumentRoutes {
    private static final String DOCUMENT = "openapi.yaml";

    private final Answer document = Answer.json(JsonReport.print(document()));

    void addTo(RoutesConfig routes) {
        routes.get("/api/openapi.json", document::writeTo);
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
