package advisor.http.route;

import advisor.http.call.Answer;
import advisor.http.call.Asking;
import advisor.http.call.Pace;
import advisor.http.call.RequestReader;
import advisor.http.call.Work;
import advisor.report.json.ChangesJson;
import advisor.report.json.ExplanationJson;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.concurrent.Callable;

/** {@code POST /api/explanations/{option}}, {@code /api/changes} and {@code /api/changes/{option}}. */
public final class ExplanationRoutes {
    private static final String OPTION = "option";

    private final RequestReader requests;
    private final Work work;

    public ExplanationRoutes(RequestReader requests, Work work) {
        this.requests = requests;
        this.work = work;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/api/explanations/{option}", work.within(Pace.QUICK, this::explain));
        routes.post("/api/changes", work.within(Pace.SLOW, this::nearestChanges));
        routes.post("/api/changes/{option}", work.within(Pace.SLOW, this::changes));
    }

    private Callable<Answer> explain(Context context) {
        Asking asking = requests.read(context);
        String option = context.pathParam(OPTION);
        String format = context.queryParam("format");
        return () -> Answer.json(ExplanationJson.of(asking.explainer(option).explain(option, format)));
    }

    private Callable<Answer> nearestChanges(Context context) {
        Asking asking = requests.read(context);
        return () -> Answer.json(ChangesJson.nearest(asking.explainer().nearestChanges()));
    }

    private Callable<Answer> changes(Context context) {
        Asking asking = requests.read(context);
        String option = context.pathParam(OPTION);
        return () -> Answer.json(ChangesJson.of(asking.explainer(option).changes(option)));
    }
}
