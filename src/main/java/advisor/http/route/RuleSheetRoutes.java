package advisor.http.route;

import advisor.http.call.Answer;
import advisor.http.call.Pace;
import advisor.http.call.ProblemException;
import advisor.http.call.Work;
import advisor.http.live.Knowledge;
import advisor.http.live.LiveKnowledge;
import advisor.report.json.RuleSheetJson;
import advisor.request.FieldFault;
import advisor.rules.text.RuleDefinition;
import advisor.text.NearestName;
import advisor.text.Text;
import advisor.workshop.Coverage;
import advisor.workshop.RuleCoverage;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** {@code GET /api/rules/{file}/{slug}}. */
public final class RuleSheetRoutes {
    private final LiveKnowledge knowledge;
    private final Work work;

    /** At most one more waits: of rules that have been replaced nobody asks again. */
    private final Executor background = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(1),
            RuleSheetRoutes::thread,
            new ThreadPoolExecutor.DiscardOldestPolicy());

    public RuleSheetRoutes(LiveKnowledge knowledge, Work work) {
        this.knowledge = knowledge;
        this.work = work;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/api/rules/{file}/{slug}", work.within(Pace.QUICK, this::sheet));
    }

    private Callable<Answer> sheet(Context context) {
        String id = context.pathParam("file") + "/" + context.pathParam("slug");
        Knowledge active = knowledge.current();
        return () -> sheet(rule(id, active), active);
    }

    private Answer sheet(RuleDefinition rule, Knowledge active) {
        Optional<RuleCoverage> coverage = active.study().coverage(background).map(all -> coverage(rule, all));
        return Answer.json(RuleSheetJson.of(
                rule, active.rules().texts().of(rule), active.study().bench().scenarios(), coverage.orElse(null)));
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "coverage");
        thread.setDaemon(true);
        return thread;
    }

    private static RuleCoverage coverage(RuleDefinition rule, Coverage all) {
        return all.rules().stream()
                .filter(covered -> covered.rule().id().equals(rule.id()))
                .findFirst()
                .orElseThrow();
    }

    private static RuleDefinition rule(String id, Knowledge active) {
        List<RuleDefinition> rules = active.rules().rules();
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow(() -> unknown(id, rules));
    }

    private static ProblemException unknown(String id, List<RuleDefinition> rules) {
        Text hint =
                NearestName.hintText(id, rules.stream().map(RuleDefinition::id).toList());
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                List.of(new FieldFault(
                        null,
                        new Text(
                                "The rule (%s) is not known. %s"
                                        .formatted(id, hint.en())
                                        .strip(),
                                "没有该规则（%s）。%s".formatted(id, hint.zh()).strip()))));
    }
}
