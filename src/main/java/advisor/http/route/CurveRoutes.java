package advisor.http.route;

import advisor.http.call.Answer;
import advisor.http.call.Asking;
import advisor.http.call.Pace;
import advisor.http.call.RequestReader;
import advisor.http.call.Work;
import advisor.report.json.CurvesJson;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** {@code POST /api/curves/{option}}. */
public final class CurveRoutes {
    private final RequestReader requests;
    private final Work work;

    public CurveRoutes(RequestReader requests, Work work) {
        this.requests = requests;
        this.work = work;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/api/curves/{option}", work.within(Pace.QUICK, this::curves));
    }

    private Callable<Answer> curves(Context context) {
        Asking asking = requests.read(context);
        String option = context.pathParam("option");
        List<String> with = context.queryParams("with");
        asking.refuseUnknown(with, "with");
        List<String> options = Stream.concat(Stream.of(option), with.stream()).toList();
        return () -> Answer.json(CurvesJson.of(asking.curveSurvey(options).of(option, with)));
    }
}
