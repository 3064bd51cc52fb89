package advisor.http.call;

import advisor.http.live.Knowledge;
import advisor.http.live.LiveKnowledge;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;

/** Reads what calls ask. */
public final class RequestReader {
    private final LiveKnowledge knowledge;
    private final Clock clock;

    /** @param clock tells the day of requests that name none */
    public RequestReader(LiveKnowledge knowledge, Clock clock) {
        this.knowledge = knowledge;
        this.clock = clock;
    }

    /**
     * The request that is the body of a call.
     *
     * @throws ProblemException if the body is too long, or is not said to be JSON
     * @throws advisor.request.BadRequestException if it is no JSON object, or a field is not plain
     */
    public Asking read(Context context) {
        return read(context, JsonBody.object(context));
    }

    /**
     * A request that is a part of a body.
     *
     * @throws advisor.request.BadRequestException if a field is not plain
     */
    public Asking read(Context context, ObjectNode request) {
        Knowledge known = knowledge.current().until(Work.givenUp(context));
        return new Asking(known, DescribedModel.question(request, known.catalog(), LocalDate.now(clock)));
    }
}
