package advisor.http;

import advisor.advice.RequestForm;
import advisor.report.JsonReport;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;

/** {@code POST /api/advice}. */
final class AdviceRoutes {
    private final LiveKnowledge knowledge;
    private final Clock clock;

    AdviceRoutes(LiveKnowledge knowledge, Clock clock) {
        this.knowledge = knowledge;
        this.clock = clock;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/api/advice", this::advise);
    }

    private void advise(Context context) {
        RequestForm form = new RequestForm(RequestBody.fields(context));
        context.contentType(ContentType.APPLICATION_JSON)
                .result(JsonReport.line(knowledge.current().advisor().advise(form.request(LocalDate.now(clock)))));
    }
}
