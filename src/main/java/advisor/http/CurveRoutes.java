package advisor.http;

import advisor.report.CurvesJson;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.concurrent.Callable;

/** {@code POST /api/curves/{option}}. */
final class CurveRoutes {
    private final RequestReader requests;
    private final Work work;

    CurveRoutes(RequestReader requests, Work work) {
        this.requests = requests;
        this.work = work;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/api/curves/{option}", work.within(Pace.QUICK, this::curves));
    }

    private Callable<Answer> curves(Context context) {
        Asking asking = requests.read(context);
        String option = context.pathParam("option");
        return () -> Answer.json(CurvesJson.of(asking.curveSurvey().of(option)));
    }
}
