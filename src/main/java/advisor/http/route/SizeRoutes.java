package advisor.http.route;

import advisor.advice.survey.SizeQuestion;
import advisor.http.call.Answer;
import advisor.http.call.Asking;
import advisor.http.call.JsonBody;
import advisor.http.call.Pace;
import advisor.http.call.RequestReader;
import advisor.http.call.Work;
import advisor.request.MachineForm;
import advisor.request.RequestField;
import advisor.request.RequestFields;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/size}: what a model takes, and on a machine how fast it is. */
public final class SizeRoutes {
    /** Fields of a request that say something of a size. */
    static final List<String> REQUEST = Stream.concat(
                    Stream.of("model", "model-config"),
                    Stream.concat(RequestFields.ofLoad().stream(), RequestFields.ofEngine().stream())
                            .map(RequestField::name))
            .toList();

    private static final List<String> OWN = List.of("context", "accelerator", "count", "nodes", "precision", "engine");

    private final RequestReader requests;
    private final Work work;

    public SizeRoutes(RequestReader requests, Work work) {
        this.requests = requests;
        this.work = work;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/api/size", work.within(Pace.QUICK, this::size));
    }

    private Callable<Answer> size(Context context) {
        ObjectNode body = JsonBody.only(
                JsonBody.object(context),
                Stream.concat(REQUEST.stream(), OWN.stream()).toArray(String[]::new));
        int contextTokens = JsonBody.whole(body, "context", SizeQuestion.USUAL_CONTEXT);
        MachineForm machine = machine(body);
        Asking asking = requests.read(context, body.deepCopy().remove(OWN));
        return () -> Answer.json(asking.size(contextTokens, machine));
    }

    private static @Nullable MachineForm machine(ObjectNode body) {
        return MachineForm.of(
                JsonBody.text(body, "accelerator"),
                whole(body, "count"),
                whole(body, "nodes"),
                JsonBody.text(body, "precision"),
                JsonBody.text(body, "engine"));
    }

    private static @Nullable Integer whole(ObjectNode body, String name) {
        return body.hasNonNull(name) ? (Integer) JsonBody.whole(body, name, 1) : null;
    }
}
