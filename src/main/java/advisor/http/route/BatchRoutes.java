package advisor.http.route;

import advisor.advice.survey.ModelChoice;
import advisor.http.call.Answer;
import advisor.http.call.Asking;
import advisor.http.call.Pace;
import advisor.http.call.RequestLines;
import advisor.http.call.RequestReader;
import advisor.http.call.Work;
import advisor.report.brief.BriefLine;
import advisor.report.json.JsonReport;
import advisor.report.json.ModelsJson;
import advisor.request.Question;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** {@code POST /api/batch}: a request a line, and a brief advice a line, in the same order. */
public final class BatchRoutes {
    /** Advices of one call: some seconds of one thread. */
    static final int MOST_LINES = 200;

    private final RequestReader requests;
    private final Work work;

    public BatchRoutes(RequestReader requests, Work work) {
        this.requests = requests;
        this.work = work;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/api/batch", work.within(Pace.SLOW, this::batch));
    }

    private Callable<Answer> batch(Context context) {
        RequestLines<Asking> lines = requests.lines(context, MOST_LINES);
        return () -> new Answer(
                RequestLines.TYPE,
                lines.each(BatchRoutes::line).stream().collect(Collectors.joining("\n", "", "\n")),
                null);
    }

    private static String line(Asking asking) {
        List<Question> each = asking.each();
        return each.size() == 1
                ? BriefLine.of(asking.about(each.get(0)).advice())
                : JsonReport.line(
                        ModelsJson.tree(ModelChoice.of(asking.knowledge().advisor(), each)));
    }
}
