package advisor.http.route;

import advisor.advice.Advice;
import advisor.advice.survey.ModelChoice;
import advisor.http.call.Answer;
import advisor.http.call.Asking;
import advisor.http.call.Pace;
import advisor.http.call.RequestReader;
import advisor.http.call.Work;
import advisor.report.json.AdviceInWords;
import advisor.report.json.JsonReport;
import advisor.report.json.ModelsJson;
import advisor.request.Question;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code POST /api/advice}. */
public final class AdviceRoutes {
    private final RequestReader requests;
    private final Work work;

    public AdviceRoutes(RequestReader requests, Work work) {
        this.requests = requests;
        this.work = work;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/api/advice", work.within(Pace.QUICK, this::advise));
    }

    private Callable<Answer> advise(Context context) {
        Asking asking = requests.read(context);
        return () -> {
            ObjectNode answer = answer(asking);
            Answer json = Answer.json(JsonReport.line(answer));
            String decision = answer.path("decisionId").asText();
            return decision.isEmpty() ? json : json.tagged(decision);
        };
    }

    private static ObjectNode answer(Asking asking) {
        List<Question> each = asking.each();
        if (each.size() > 1) {
            return ModelsJson.tree(ModelChoice.of(asking.knowledge().advisor(), each));
        }
        Asking one = asking.about(each.get(0));
        Advice advice = one.searched(one.advice());
        ObjectNode tree = JsonReport.tree(advice).setAll(AdviceInWords.of(advice));
        tree.set(
                "unmeasured",
                AdviceInWords.unmeasured(advice, one.catalog().engines().values()));
        return tree;
    }
}
