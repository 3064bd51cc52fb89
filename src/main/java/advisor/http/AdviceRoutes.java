package advisor.http;

import advisor.advice.Advice;
import advisor.report.AdviceInWords;
import advisor.report.JsonReport;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.concurrent.Callable;

/** {@code POST /api/advice}. */
final class AdviceRoutes {
    private final RequestReader requests;
    private final Work work;

    AdviceRoutes(RequestReader requests, Work work) {
        this.requests = requests;
        this.work = work;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/api/advice", work.within(Pace.QUICK, this::advise));
    }

    private Callable<Answer> advise(Context context) {
        Asking asking = requests.read(context);
        return () -> Answer.json(JsonReport.line(tree(asking.advice())));
    }

    private static ObjectNode tree(Advice advice) {
        return JsonReport.tree(advice).setAll(AdviceInWords.of(advice));
    }
}
