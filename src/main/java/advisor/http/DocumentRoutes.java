package advisor.http;

import advisor.report.JsonReport;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** {@code GET /api/openapi.json}: what all routes take and give; and beside it the schema of the advice. */
final class DocumentRoutes {
    private static final String DOCUMENT = "openapi.yaml";
    private static final String SCHEMA = "/schemas/advice-1.json";

    private final Answer document = Answer.json(JsonReport.print(document()));
    private final Answer schema = new Answer("application/schema+json", text(SCHEMA), null);

    void addTo(RoutesConfig routes) {
        routes.get("/api/openapi.json", document::writeTo);
        routes.get("/api" + SCHEMA, schema::writeTo);
    }

    private static ObjectNode document() {
        try {
            return new YAMLMapper().readValue(text(DOCUMENT), ObjectNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String resource) {
        try (InputStream stream = DocumentRoutes.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
