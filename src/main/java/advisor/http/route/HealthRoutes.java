package advisor.http.route;

import advisor.http.call.Answer;
import advisor.http.call.ProblemNodes;
import advisor.http.gate.TokenCheck;
import advisor.http.live.Knowledge;
import advisor.http.live.LiveKnowledge;
import advisor.report.json.JsonReport;
import advisor.text.AdvisorVersion;
import advisor.text.Problem;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/** {@code GET /api/health}. */
public final class HealthRoutes {
    private final LiveKnowledge knowledge;
    private final TokenCheck token;
    private final boolean editing;

    /** @param editing whether rules may be written */
    public HealthRoutes(LiveKnowledge knowledge, TokenCheck token, boolean editing) {
        this.editing = editing;
        this.knowledge = knowledge;
        this.token = token;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/api/health", this::health);
    }

    private void health(Context context) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        LiveKnowledge.State state = knowledge.state();
        List<Problem> problems = state.problems();
        node.put("schema", "health/1").put("status", problems.isEmpty() ? "ok" : "degraded");
        if (token.shown(context)) {
            knowledge(state.knowledge(), node);
            node.set("faults", ProblemNodes.of(problems));
        }
        Answer.json(JsonReport.print(node)).writeTo(context);
    }

    /** What only those may know who may ask. */
    private void knowledge(Knowledge active, ObjectNode node) {
        node.put("version", AdvisorVersion.NUMBER).put("editing", editing);
        node.putObject("ruleBase")
                .put("sha256", active.rules().sha256())
                .put("rules", active.rules().rules().size());
        node.putObject("catalog").put("sha256", active.catalog().sha256());
    }
}
