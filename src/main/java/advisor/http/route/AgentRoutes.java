package advisor.http.route;

import advisor.http.call.Answer;
import advisor.http.call.JsonBody;
import advisor.http.call.Pace;
import advisor.http.call.Work;
import advisor.http.live.Knowledge;
import advisor.http.live.LiveKnowledge;
import advisor.mcp.AgentServer;
import advisor.mcp.Desk;
import advisor.request.BadRequestException;
import advisor.request.ModelList;
import advisor.request.Question;
import advisor.rules.session.Patience;
import advisor.text.Language;
import advisor.text.Text;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;

/** {@code POST /mcp}: a message of the Model Context Protocol, answered at once and without a session. */
public final class AgentRoutes {
    private final LiveKnowledge knowledge;
    private final Clock clock;
    private final Work work;
    private final AgentServer agents = new AgentServer(this::desk);

    /** Of the call that a thread works on: a message is answered on one thread from end to end. */
    private final ThreadLocal<Patience> patience = ThreadLocal.withInitial(() -> Patience.USUAL);

    /** @param clock tells the day of requests that name none */
    public AgentRoutes(LiveKnowledge knowledge, Clock clock, Work work) {
        this.knowledge = knowledge;
        this.clock = clock;
        this.work = work;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/mcp", work.within(Pace.SLOW, this::answer));
    }

    private Callable<Answer> answer(Context context) {
        ObjectNode message = JsonBody.object(context);
        if (!message.has("method")) {
            throw BadRequestException.of("method", new Text("The method is missing.", "缺少 method。"));
        }
        if (!message.has("id")) {
            context.status(HttpStatus.ACCEPTED);
        }
        Patience waits = Work.patience(context);
        return () -> {
            patience.set(waits);
            try {
                return Answer.json(Objects.requireNonNullElse(agents.answer(message.toString()), ""));
            } finally {
                patience.remove();
            }
        };
    }

    /** Files of models are for those who sit at this machine. */
    private Desk desk() {
        Knowledge known = knowledge.current().within(patience.get());
        return new Desk(
                known.advisor(),
                known.study().bench(),
                knowledge::draft,
                (fields, today, catalog) -> Question.of(ModelList.catalogued(fields, catalog), today),
                Language.EN,
                LocalDate.now(clock));
    }
}
