package advisor.http;

import advisor.model.AdvisorVersion;
import advisor.report.JsonReport;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ContentType;
import io.javalin.http.Context;

/** {@code GET /api/health}. */
final class HealthRoutes {
    private final LiveKnowledge knowledge;

    HealthRoutes(LiveKnowledge knowledge) {
        this.knowledge = knowledge;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/health", this::health);
    }

    private void health(Context context) {
        Knowledge active = knowledge.current();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("schema", "health/1").put("status", "ok").put("version", AdvisorVersion.NUMBER);
        node.putObject("ruleBase")
                .put("sha256", active.rules().sha256())
                .put("rules", active.rules().rules().size());
        node.putObject("catalog").put("sha256", active.catalog().sha256());
        context.contentType(ContentType.APPLICATION_JSON).result(JsonReport.print(node));
    }
}
