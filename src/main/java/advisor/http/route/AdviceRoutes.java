package advisor.http.route;

import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.advice.survey.ModelChoice;
import advisor.facts.machine.Engine;
import advisor.http.call.Answer;
import advisor.http.call.Asking;
import advisor.http.call.Pace;
import advisor.http.call.RequestReader;
import advisor.http.call.Work;
import advisor.http.page.RowMarks;
import advisor.report.json.AdviceInWords;
import advisor.report.json.JsonReport;
import advisor.report.json.ListJson;
import advisor.report.json.ModelsJson;
import advisor.request.Question;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * {@code POST /api/advice}, and {@code /api/advice/list} for what of it is shown first: judged, but not yet searched for
 * what is not known and would turn it, which takes longer, unless nothing else can be said. Whoever asks for the list and then
 * for the whole mostly has it judged once.
 */
public final class AdviceRoutes {
    private final RequestReader requests;
    private final Work work;
    private final Set<String> marking = RowMarks.rules();

    public AdviceRoutes(RequestReader requests, Work work) {
        this.requests = requests;
        this.work = work;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/api/advice", work.within(Pace.QUICK, context -> answering(context, AdviceRoutes::whole)));
        routes.post("/api/advice/list", work.within(Pace.QUICK, context -> answering(context, this::list)));
    }

    private Callable<Answer> answering(Context context, Function<Asking, ObjectNode> ofOne) {
        Asking asking = requests.read(context);
        return () -> {
            ObjectNode answer = answer(asking, ofOne);
            Answer json = Answer.json(JsonReport.line(answer));
            String decision = answer.path("decisionId").asText();
            return decision.isEmpty() ? json : json.tagged(decision);
        };
    }

    private static ObjectNode answer(Asking asking, Function<Asking, ObjectNode> ofOne) {
        List<Question> each = asking.each();
        return each.size() > 1
                ? ModelsJson.tree(ModelChoice.of(asking.knowledge().advisor(), each))
                : ofOne.apply(asking.about(each.get(0)));
    }

    private static ObjectNode whole(Asking asking) {
        Advice advice = asking.searched(asking.advice());
        ObjectNode tree = JsonReport.tree(advice).setAll(AdviceInWords.of(advice));
        return withUnmeasured(tree, advice, advice.verdicts(), asking);
    }

    private ObjectNode list(Asking asking) {
        Advice judged = asking.advice();
        Advice advice = judged.lawful().isEmpty() ? asking.searched(judged) : judged;
        ObjectNode tree = ListJson.tree(advice, marking);
        tree.set("question", AdviceInWords.question(advice));
        return withUnmeasured(tree, advice, ListJson.rows(advice), asking);
    }

    private static ObjectNode withUnmeasured(
            ObjectNode tree, Advice advice, List<OptionVerdict> options, Asking asking) {
        Collection<Engine> engines = asking.knowledge().catalog().engines().values();
        return tree.set("unmeasured", AdviceInWords.unmeasured(advice, options, engines));
    }
}
