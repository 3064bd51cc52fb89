package advisor.http;

import advisor.report.JsonReport;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** {@code GET /api/openapi.json}: what all routes take and give. */
final class DocumentRoutes {
    private static final String DOCUMENT = "openapi.yaml";

    void addTo(RoutesConfig routes) {
        routes.get("/api/openapi.json", context -> Answer.json(JsonReport.print(document()))
                .writeTo(context));
    }

    private static ObjectNode document() {
        try (InputStream yaml = DocumentRoutes.class.getResourceAsStream(DOCUMENT)) {
            return new YAMLMapper().readValue(Objects.requireNonNull(yaml), ObjectNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
