package advisor.http.call;

import advisor.http.live.Knowledge;
import advisor.http.live.LiveKnowledge;
import advisor.request.Question;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;

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
        return reading(context).apply(request);
    }

    /**
     * The requests that are the lines of a body, which one and the same knowledge answers.
     *
     * @throws advisor.request.BadRequestException with every fault of every line
     */
    public RequestLines<Asking> lines(Context context, int most) {
        String body = JsonBody.text(context, RequestLines.TYPE);
        Function<ObjectNode, Asking> reading = reading(context);
        return RequestLines.of(body, most).each(line -> {
            Asking asking = reading.apply(JsonBody.object(line));
            asking.each().forEach(Question::request);
            return asking;
        });
    }

    private Function<ObjectNode, Asking> reading(Context context) {
        Knowledge known = knowledge.current().within(Work.patience(context));
        return request -> new Asking(known, DescribedModel.question(request, known.catalog(), LocalDate.now(clock)));
    }
}
